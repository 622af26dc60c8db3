/// The primitive polynomials and first direction numbers of Sobol's sequence, by Joe & Kuo (2008),
/// doi:10.1137/070709359 (their table new-joe-kuo-6, cut after degree 13).
///
/// Copyright (c) 2008, Frances Y. Kuo and Stephen Joe. All rights reserved. The licence (BSD, three
/// clauses) is in Documentation/Licences/joe-kuo.txt. Written by Tests/Reference/sobol_directions.py.
enum SobolDirections {
  /// What the direction numbers of a dimension follow from.
  struct Initial: Hashable, Sendable {
    /// The coefficients, that of the highest power first; 1 for the first dimension, which has none.
    let polynomial: UInt64
    /// m₁, m₂ and so on: as many as the degree.
    let numbers: [UInt64]
  }

  /// The number of dimensions.
  static let dimensions = 1111
  /// How many polynomials there are of degree 1, 2 and so on.
  private static let counts = [1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630]

  /// The first dimensions.
  static func all(_ count: Int) -> [Initial] {
    var reader = BitReader(characters: Array(packed.utf8))
    var found = [Initial(polynomial: 1, numbers: [])]
    for (index, size) in counts.enumerated() {
      let degree = index + 1
      for _ in 0..<size where found.count < count {
        let inner = reader.bits(degree - 1)
        reader.skipToNext()
        let polynomial = UInt64(1) << UInt64(degree) | inner << 1 | 1
        let numbers = (0..<degree).map { reader.bits($0) << 1 | 1 }
        reader.skipToNext()
        found.append(Initial(polynomial: polynomial, numbers: numbers))
      }
    }
    return Array(found.prefix(count))
  }

  /// Reads bits out of characters that hold six each.
  private struct BitReader {
    let characters: [UInt8]
    private var position = 0

    init(characters: [UInt8]) {
      self.characters = characters
    }

    mutating func bits(_ count: Int) -> UInt64 {
      var value: UInt64 = 0
      for _ in 0..<count {
        let six = BitReader.value(of: characters[position / 6])
        value = value << 1 | six >> UInt64(5 - position % 6) & 1
        position += 1
      }
      return value
    }

    mutating func skipToNext() {
      position = (position + 5) / 6 * 6
    }

    private static func value(of character: UInt8) -> UInt64 {
      switch character {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(character - UInt8(ascii: "A"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(character - UInt8(ascii: "a")) + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(character - UInt8(ascii: "0")) + 52
      case UInt8(ascii: "-"): 62
      default: 63
      }
    }
  }

  /// Six bits a character: for each dimension the inner coefficients of its polynomial, then m₂, m₃ and
  /// so on without their last bit, which is 1.
  private static let packed = """
    ggQggAIJg2ISgQSIcdksQA0BU4y8CsPAaHpQgm3AmHMQsnZgySnwB9s-YE-Y8QHOOL4I0BjQOmSOoTi3x4VVmjwcxE0QfeBI\
    Ag6ZLolMxygp2sDYq5bpAyhLUQ3SuAw4bD3o7cbzA-qHaAHAn8zHoKg3_r7ALAlUs3wTAl2sYQXgfotBYYg5x8CcZAgkoOYa\
    AUlR04cA9CFlwhgpck6MjA9efY0qAIV-HAwgBurlgzg7hCSM5gi3_uo9AKWrUICAy5C9bvDQtEGwQiEACiZYKrFgiw57P5GQ\
    FVD7RbLAVR2HO1LwXmygO_NA79NMRuNwBs--8pOwW87YxQPgOy6auAQwFrX3ySSgdUbiehUQSg1AFBUgescH3tVwwSoMoFWw\
    O8w3_zXgoL9i0_ZwJBPr92aATt6XmQbQVjXVv1egCAw2isfAPDnIMQiQlOtGdXiggdr_8Yjwx32lWYkQRALnxKmAKLg4ZPnQ\
    FMukZwpwq3vjKHrQ0XDJ05sAYu3yPRtQKsWjYltgfMsLziuQ5Qx43gvwnmaawHwgACEki9xwnepwbx2gZltUHX3ApKJeGu4w\
    rRqZ2U5QMVA3hO5g_ziF5q6gYTcils7Aulpbh88QxuoP7v9ASUSzps_Qr6SD1JAgnISXFvcoBoaKb_9DeYCYjQdfxslYCwOS\
    4fC1PYGQ-kwiEEuAG4ynoZSfqQIAR_45VnxQIocaYJf4KgMQjpGAnP4gNY4F8bdSH4OYVD1Ltl04PIuTxLAXCIP4bdz6_QdQ\
    QwkwkZxqYARg2--RwTVQSIJ_n1a2iYTA4bkM7hsITwDo2izW8QUIUjKztOIwVY7a1oRAuQWo4vkMZLjoYQNi9zW7JwY4qVSp\
    lU5IZYRfeSHjnAaA0BZxeslIcY7LB02hkweQrKn56CswfY7hfSFA_AfoOWZWc9TAhIM4N5dzEghQkB3QrcQIiQmqf2nbtIjY\
    Zj_KwYwQkI-WGTUfEgk4Sbj8PaLAloL39xfQeIngItwF8YBYn4PzYjJtl4ogjNLP3ETIrQpzZCWoAIsAGxEBbvZwtIb3GNBq\
    tYt4wsSpR91gvwrXyau_0IxYPYZwP85oxw4J687efQyALCokk5lwzguIHenj-g0YKZIPkl0o0w7BNvyykw1QEBm2KLZo1gnv\
    jsNfEo2IX5Sf6_Vw3wqmz0tj9Q4w2T2sZGAA5Il1lTSa9I7AtkfO-uCo9ocqfoqJ54_Ieei_mXbQ_gDMI7HMs4AIv3HD04EJ\
    1AAs9FddQ7eIxgBUXNG3JZNS5ABYWVBkPJi1mACMgD0Ote7E2gDEeiAm7WNmjgDIN0I64u2EGADg7ynhG6XuCgD0sWK2Z4Ag\
    OgEYjHIdga84WAEoK0HHOVvbXAE8vxwX9F3v7gFQgYm2DRF4EAFgcEZxRD0bYgGcczHuw44w1gGgZs6sJsUbhAHAJbT73usd\
    agHMPN0rta7w9gHUF1m0uFGNtAHo_ITUgFtV3AIY4SsfJOl_KgIkuwAQ3rVwfgJIAuQm6G4GlAJQJ9zImbinsAJ06LZBPtp9\
    -AJ4YCK43aYuYgKIZZasOjIphAKQ5RlozWNqAAKgKZ3eSKJ3-gK0x7gwhTuMBgLkq5V41_qd-gLo_QRSMe8EsAL82fiC7l2I\
    3gMEHiv98hLEMAMcHsZWMlSWSgNU-eZUoguRPgNY9s2SyKgaxgNw_ltWXcGHZgOMh5hU0FL4xAOwa0tDLkqOlgPIiwUGAUjb\
    DAPsiU_CbNrcVgQAMXXdUbSh_AQMAWfEVSVqUgQk9RGQYoUWxAQogqvIQ44qhARQZRnWJPdZ2gSQkVTmfymWfATAb3bG8sFV\
    8gTYRmixnfStSgTwmCHUecLsMAT8bIsDC8Xl3AUIgqN6AxBc1gUgUGV9M5ajYgU4uCRt4oqbBAVMND2PTW8gMAVUDz-NJ6xk\
    dgVkVWraAjRpEAVoSQOX2xXuSgWoHr9TEYu1NgW8W0nhV_spIAXQi1JG8mjthgXcRbv31hieyAXgvZrDTC8q8gX03uqLXfvo\
    _AYE1oJBP4ZaYgYQed_AgLfvygYgfE58zTE59gZkclhdX85vxAZ8Upvm9CFauAaASROrGfv1tAaUJlgLJVtgugawIZdS6RNA\
    JAa8Hxk36m7MMAbIMhzZd_TH9Abcs74jP06t8gb4_N9le4VKUgcM-wUed9W6mAcUppkpEPUGQgckEUEAIFUiFgcoRkxBW9eR\
    fgdc2YlUn0xMbAdsgLKUBhSm9gd4Pnjtrjrn8AeQ40kEiiLwyAe0n9ZILykSGge4eU8Clc07PgfMzPcgeXf_cAfY0NSwfGYC\
    VAgU5s0m7_3M8AgYNDMlwQ89oAgwsnpROpCQjgg8Y-BNM6nqfgisBIzqmxV3rgjACkLUIw171gjUmSlrRWGCcAjkRPHMIjOc\
    JgkIaiq5b4iK9AkQ3r3t98B6dgks8gYtw_Knngk0WUohgOHzFgk4H-g1OIawOAlkx0aOggQlcAl8m9LUdDAj_AmMe8XMxH7y\
    bgmYVxJw-U65ugmkqov6jvBiugmoNx-AlhwywAnES8sudi3X9AnQFRZ3OZBF2AnsVWu_SZgs6goEaBWvKr6Q2AocFFX0HKld\
    vAo4ySaCjCJbKgpMbMDu-EhH5ApYhRdVoXQgMAqA1lYgNOSvvgqMicRTQOVMEAqoAKECo3sB3gqwDSMytLUAZArETgDOJXys\
    zArcvuVVx3h62grgjPe7aQbY8gskdjSOyB1Wggs8kD9YgkjUQgtQJWgByTQcBAt0Q221DNaVcgt41yK9-paGvguQXoF32vNm\
    5gustEcs2cNJ6gu0qUmVDi5EKgvAIe38ZRtePAvMrCD6QkVWmgvo2ebXUmGLtAwIW9GAZrS3hgw4YCVq7cPsagxA8wWiIo69\
    sgxM9-o2gN_h9AxUfCB_RQfpggxkqLSFj7nPhgxwdP3Y_kOXUgyMXkTWRO3UIAyU8CLLh8aj8AyozrSU07Vidgy8zd-yL7lP\
    VgzgoyMEHJsB9gz07mAswWnh8gz4qUJy7zCCvg0APrWtnB5-3A0kLqzMlXTxaA08DMw_mGxvrA1EKmDjndhicg10sGZh5cs0\
    GA2c5OWswDQ2LA24ZOlpRIek3A3kUMeijJZZGg3wc3ZyZg8LtA4URzOp_J5TLg4wZPxJnklaFg5g4vOkx3NfNg5sK1c5j3C3\
    jg64FW7cL3-dtA7UP3Nwixvuig7YhAM7v5BD4g7oAeqwhT8zHg8EB3Fg7x5H5g8gJIsoMU1KYg8shPib2ARp-g80t1fHJdSo\
    hA9MOT-SbhKhUA9Y5Hq2FyZ5mA9oxVMa4V1hcA-Y8mHIl4r49g-k1KJU3n-0MA_I5w-ykuEUpA_QzJV0JDKbhgBSbHvlCOy-\
    6c8BogG-dW-mAuC6B6vuGsHcbysQFB8tPWVPZyM59iCYVfqglD0M7j8DQdrBe0_8EKDADq3O_WwWtuZluEGd3lqsoCM9H3Ee\
    NeTW1g6na9KEixYpoljYjxRJE6hICVbO_6KDMFOjd3q9_XXB-AFW2rjIj_MMhOTFgH5IaSTgaS7hFqWaPN89hazM-GEqtS_2\
    95kXiUGys7XmRDMCC2_HYD63wQx2JqEsHekY8No2SVGYDIMsKI-iYFa_11I2t3nD1ZoIlEFI8PVEO8fpBT52JmEx208TgCOt\
    wJyIL8onjlgelZJ-BoS1S8gHn0CK4NGHaJ-4rJLULAW85AP5DyrulLK9iEiaVPKgSUMOdSJ_WzoZepEMcv9gSEQCxtfxMgNN\
    CSumP17W0M4fM-t5MwF8axM-2L3BKSYgcAVNMH6uo9TJJLH-NwGECK5hLX6rpOYpaE2NMN2o8rOi2PHs33qjMmUOo333V5b3\
    aafqQGD_v3XCXBvoHQwwKfKx8Xhr9RQ2CO7s4mbyu63ROKVRKUFleJlvRcxkyiJjI-4ZHRmzmphQUAub1vR0km27DKY5yZJS\
    mIs8Dwd9jPRpSsLg2vIlidEydTSSrheP-Iv1-RUOlnQ_JruStmbUc44JFHQi6JCfVMmgi8K2AfkIXWSzmTdGWPisSLXE2Vb2\
    aAXiZrYXWwuQyWle6Q6TXcEBbEDth7czxXqivrJGrrY2i4YIo1D7AjfviEyZGQp4rZ7ZnGQ-ZUPsgeiWBYktNZYaJKXJ8RUW\
    yCakCL4XyOa5VzRa8FOyKX8hgHWzcU3WY5-DAgxjecYp37VVxD8GGddCOMvNtZ6m-C-dElY-qgaSe-dWd0uUW3kBfhQqueIt\
    rJFi-6k7-Yes01lWBHj0pXZey1YlApP7gWtre-J3wv7DU0UE9fAvTl6jRt4-o6hWU-boafyc2TAhcq02sbT6n65QiQsRnwvd\
    0M3GniWfhFLXNRzTsRi4O7ySiutdrPSju98zqaIk88L-kabZBgxdUhWrgk07LKTFuJh90LlAmloqJad8n5OlkutWcmh4zsid\
    l6hsB50ugALRvmKwOux1zCl6yomwi_jG-N_QClem8QnTY8PSp7lanIsKE37Vxa2n9nO9AneUa22q7VnmLabc_THGda_oaKq7\
    J0bZroh9oq59lDnKO65DjoyQ8OSnveu8xYpopSWtBlfa_61qK8Brzt0CdX_8rQUB6xm4kpf1-rg68bDvzk-Wgar0YS4G-4se\
    Qu-sKxqW4jxuMqVrsSrgrLrjL91d2seUueNqreQYvFtWj7B6P0g-42uuQVIUl6gDkp8yumXa32e5Z5Onru-qzqA935fQ1KvA\
    23xbkeZ0-7zvS_LuSgX8bKY6wEV86YxWfjKU6wQUk16z_H9c27wWS-whwtS9D5Hwmpk_F1selBOFxMIZzkV_MSGRDyGnUbX_\
    pAi9Yvyevowl6zUIMCmyk9ORTvIJ2eoWy6TiHPJKJf6iLzEXLE02_YHwHYzI5PdRSyg-sspzOIq3Ipj8eLdvzyLqfV9UEhna\
    s0GGB7mFzUBboB0i5Vy9AjaOuDa1CZUiqBOAHOmb1QCo57KSSofqU1aY0AvJ4sAKrh104I8ltgDdQAY2EpkLYpUpeihE2IGN\
    USG68U-Rz4UbpZBWq0x0aN4YywVDJ0IpZwE4uNebYHrv0d-y5EfTlCdrbBTeH5QSm1I9oWqvKL5m6AzdHZyZHv35yrEJGITK\
    h6N06OK6tdCQVM0SY7isokwDiKeaxZ8QYccJBgPEByR8alD6yCEpTUPd8mmnAIVPNSk2L9w1RxvF-cFe6x-YIMM0eKwt2jt-\
    6CVdcHE1AwY6-81ENgTgPN3Nl_Ik53AcgmIh8zANEpKcvFfVOnfVSAT4OKxA7OGXtPLZAaBzaSdT4sMiHftAp2IzVLaEOqY0\
    _PAyu3l5vdPXmNePEA3kKGxExzpVSwS1BFUOCpMrx6e7M37BGg86w2oHD2wITwBPUI-j3vSGSRAkKBS1--CvAMMEFFZjBXLg\
    ORsrnWlq1VcBdyNQnaciUUg6wTBeMQTeTz1MT3YfrBhU9LoO1X0jwEspBkvv5PHBzp5oM6XBwitj3q117w7_ylB5QJtCqJDA\
    65tJVCGTvVTX_ws8Ii9ZCKoRUu0deWy-CIqCUwahMeSYf5t_iXCX_oxWFrZyCwZSSCdB7K5xDj7rtEEOChwQ3FffHKkf2uqC\
    zFiiS-UkLjxPSpC1xspfMupqxsN-MC8Zjo1pG9_GDkNXDEq_tGZ6hkGHyOLDL6gwicILgBRRw7DO-PT0gGR0snZW6DfZ9MWw\
    XbnZFQixDgAwhfDAnSW9RhIDjkKR_bXE98DlTtDm5SulkCODHt4mODvI6x0-FPZxmneiDxLxXhzpRKzr45LD4hWPb0o9Mo8T\
    hiD9DdnnUMebaN9PcEMFEZEOsWBf_VUGES_02D0gqLtqCzPEb5MEYmivxUJWVEEew-QqNURoU9s3VEhPh1KCJqe1fT8iEtIo\
    qi92WnG1vSnEu97m93oJCXPh_WE8Jk7amy-igr2zAE_i6Mgsmmt8te_oFESlYeLgVCzW0CdFL0P_TAwy3hWAMVFNF8ZnVzIT\
    7qtMIFZaka9WFPNMkbvIFfQPDaw2t9r48wvFmDDwjMB6FyW3XGF3WhUph__siQqJMF7hY6ntpZkikFUlF97rtsrvYaqSDw0G\
    CV3RWliy6zsiB_GTJSDoGhAAZI3_UGVo4REYZ97SCjeJGjiVJaxXKwpWgOsGqHbNZP3mNPL926GsNbctwcD3fQBumG3SPQux\
    q6TmcLobG4qjWf24w1J9CirG-2CZnWgwQ-4Tx-HDZ8Rg6iYFIA_kwHGXdo6p3POYbIUeHKpRPAZEKQGXG6-HRhVQLDQLctLO\
    B7HUZhXxshYJgSJG7HYy4ue90oAhDPKIHbtAgV51-9U_IG8Hd8tJNuGZOa7zoiHw56xCLtJVC1A7kH252SiR--hror9nH8aE\
    dceQe6d3hwDIFGKxFML87IPb1YIJlNSYtqa1FQFBiIPvHnkIOsfqTgBeISKXfMR0qD2WQuLIUf6wHikULnWCaBIeTZ9DRjJA\
    wqqn_Io9HYo86Vc8OWTJIrL7j1nWk4sPMQ3Iw1vGUSpUMCtq8cI2mqLacJQ0H0t3VI_tQl9PaWkof5EtJBD_0yD0pCsy7gZJ\
    NzqVd-bcX3GeUdJOUi6LICy0hJ_5iJaRWPGO4tDhLf88JfiT1M7DuPpQlh6Jg1lO_C_Nr5Fm6oJjlb6L9oz59XkbZJl84YtE\
    ojNpZHx0Jx9wKeH1CzR_amRKE_YUMc6flAcvsfKL8RJW5JvqqxREmKOKq7TaVycgJc-MKQ9R6xX8ocZ08maKWX-j7jHtaoUN\
    pFKcGjSLEcPNpu_WHKp9vIwQYcD5YAibKqzuFhTPDSuIsLoKxLAxwZ_uwTbDNwK4rY91-a2S4oIX2K72JO2mt0bfXB8bLDm0\
    Pc7yGOp-bEeLF9BfrQPWZEt3cyLKq0vwHOMf-2nXALMpfHk90h4wfTCgLPKS9YAZ_OOxfyhLX8CFcTqu1hGS1QLemm1_EOqU\
    -6hixLiaP6CPdjFH3-2PLnGSRaIGZ9xpWGuLru1Q3Q0whWTFIoL1dsxUluiQSVUxDMBbxo5ZxCYSpTb1MCTbGNNxAxYIL_FM\
    IO8hoPmuGF5VAaMWgqmFJVzSSwsR6Mflih10rlduq5uVMlETFmbMcQPPBJ0Mp5StkfXFM2uBcHMs2Fju0VN7HUtu_M0XPcGd\
    qTdBp6yhM79rh9uv1jjtJ35M910BRfBX-OA5duNDgZddZamudetvcNJaiqR6Zm2-AbA5NM_z3od2p9wDpO5NYa7kvYqron78\
    lRNbFxLIBJB7f0cE4Ne64_NfFYcdORJONhzgYuAsPKMdljjN1lPgb7J7M7DM_JN6Wr_PRz5m08ZTrOJVFo638k9q-UXaOUNo\
    m0yehSUe_V2OduTnnpt2LxmL3bOnE5WJG775Sf74BOrEVBDAsIad9wZaOuHrNvzlyC9SYP4O10t0xrHv_GQ9MuO5K4SrwI1t\
    x9kz4O8LPyza50AWhMjkPBNPdD3CIvjG9N-PI_xF1L7s2ELhMtPQGb43CyjoIf0dpPcNB-sjL8B9XVAzPjYv7GBWRgGTQuTP\
    lYAFSaIrRXJrjLPvVPwjwMWVojK9JP3eXQudINOpocQiP4N1ZISURdyRwx5QDqewJSYFfF7CpyQMuSU76BjEP_9GMQPz_Yci\
    t6CTVvuIQRfFgFoGPKjRd6KQYyjUAMQkdUqQSHQdr2-GRdUAPr192QeKsgNIeBO_djXuQimev18hRGDxZpCQzGzWpCVPlwxc\
    HFQ6wuVQhnoKmW6onRCbzjpQHu67tq3GRVoZn66MmTaxXxkRWR7c_wVTyFHxPjRfvjE49gOlnUbGZRmXwPsi8AhxpTe4Rqxd\
    KnMoYgAgJS0RvI2vFkD1Ts1VCURxF6bV_drCEaA6DR06FxKHcHDtVogkR91XdVRry7IyUe_SEcK24LRXZLtejESH36s4kLaB\
    fEOmdSIPF_RM6TEypjBHSNUK9fdaWGGZ4PASVoE7W7c9vzTw-9Sadfm8VE3PWWDsOSfyooQYN8ySqZKuSgd7Nw5sNwNzWPdS\
    luErCW9XNoGM7oSqGm1nwtomnnJr5S7jNwCac36BmBCTS-nIIBylGx5WS1XTAHgKLF68rRzmV5TJpSTn2iTyEKQx1TPHzoDs\
    vA7GyjyfTXiDHQoXLLXgqNCTb5SRO7j8yOrJGYTeHgkOo_3dE2w6NThm1qhVVm6sjDmKTrmhHvdHOMfkDzHT56P-BMyisIC-\
    9pT6wFtUBQ2vmbqFbUBqrplsRBj2rZBaUH2A__auVF0yn9BUOy8WxnMt1c5DvQUQTaPAyDYRKzsN7UZ9e-CQbEocVDH_UagE\
    0WmQeNNmJFSUmJgaSb8IkWCsXPU0GEt-PiGx39GB3U3fnQMiz15W98XxU4fz_8A-MImxR_sU9eTHjkkHfOlrAXU-uYsYMWk4\
    hSzrdVSGt1az6Ee3ovFXVUbYY1sa7fVfL05VY9MBpceBTlngIhViyBoAIfJ1EIMuCVr8mBELUx2uBMA7VtraQGv--oPSY6rV\
    1Y5J6djisuMhvkV5gJ-7-ma3R-qqRWAaIXt8X-BDfpQfWKXAlYIXc7YOK5eWRhv_qn_wgPqCjcWSr1h6DchHFuyChWX6VIYL\
    Gyq82hg8WbmRQwOHhu6ZVpmWhY8y8FacmF0zz-Wkr7ZmXRFptJDsdW2O5MeyoUh9HVROW_IBpGQwR09flRPXCAGg2NGIF64c\
    uoXLsFHZSH6TbFeRKXNDe4OE5zS1GlvbXW3iFSCUjsY1bsvXZV06XXPSVn1ZglXs7DcZGZApkOsHSXylqQNg7VKL_La2X-sh\
    GDuWKgnZhRqYHs4O7Kx2Rd0Y5oYQ0NXrGrrXhsimdYVKZ-IglYGAsI3SYWq-OoXL_tJcE4RYfuiGPrI7wnPOMRYgl04rbWTP\
    d1GGuYmWaLf-b73C04olY4FkNhJpw9S733vZFSrE4j-Uot97GrZG65NTY0grTac6aZKDxH0EavQ_XWW9ZRslehOvqQ0jI_TZ\
    XwIpAHKdWIWYYeZeOcXVlFJB3I4T0ZicJQi5p8Mt6HmXZoEapBooxmIztcxZruxQR309vlBVu8ZwrCdlXJdO56vVzZzMnFr5\
    R_QWWQ1AZ1UQo_gVSmtsCOOaG_5efdfCEE8gzZaMsrPptvoVt_auBaUTGhvXDS_5Y57baXELDA68PvXn8KKabJahpdvBaBZN\
    0ladY9i4T_m__p3LzaiPdbQCClIVB43DattgVCRKw384thLaz77rCfG4UURHxCa6tZplY1Ek8EkpBbEf5cnJ13dvf0UPbHMg\
    9NZn2-pLyAFbTKKUFATaUgPrp1bVduQQUEfIEBOs5ba-wjAMT7FRNvLQbxRo_CiE0RTcUv6b4lZsjaUUZK5a2Wb-OmfqQgAU\
    JRFnfcDIV5Tni1ixj3EScJ7d07MXsmx4YxYcKS4mBDrsBSLuKicUoom-gjC56wvOCckpWZUPeQKX9xqkcncVnH3FTxPAtPdc\
    tkFWcLC680tq3LcuLAoQf4dx34D2ccwJeekHtdAtGwdyc1cn_sHPgxyTTYfdH_yPpaqyR5fo3MdIC4i_EZ2PUMcRvdLf8kbq\
    OsbRLNxBdOgJM4yWZ_TlCZZdVhjONzfCqChtDWdZm4zK4D-K9Xk1odcPNkohN9UzpmPldvx20aRwvpeI5WXd9ICcTgOXMGmM\
    dSd-OvxtuZa9QViffeC6LvWKXtDbFpMgeEw2GPbysamYCn4eIIYmeQL7f7BSQWeL2JzapuqSY8OjrefAPwnSCjDufbTFeguB\
    GaNvNTQNp2rel3zTl0Mrct_8WeemYN9cD2geEpBkOesHpBY4JP7nt_YKevMiF8BXcxH0kSKeyztL-h8kdXP7RYe0qJM_jlWN\
    r54cbfKcqmDtAwGBbT8efSdRyP9G6m4gUK4fX4bL05Y0_JbpCOfYHowhvGBN1pz4hfnbyTXafMRDJaLmfuXtCPuhyY6cwibf\
    zLTtTT2vuZjDLVf2seAX5AnF910vUf6gO5VB1FJjb1ugf_9Ghjq7wtEdB_agDL9OdbtL3820IpgKZwd3-ZHHZRc2DgM3Tk8d\
    SAVbBgFagXw61phecxtqB9NgkOXynO6rZinJqIgn9LMJrxF_lh7sKgz6Li3VExkLM-MKg8xzedgo10fhH7zg_IqkMF-a89Y2\
    ayhIgoc26ApYR3CTYhQxFazWVuL9ABYuhaQGWxJ59cxNNeOhfS8YWDG2N1616IhgAjuHTClT9MvDxhpFOmpo3H16PA7vhsp9\
    3QG28scwluMhyGsIFPtn_E-AYEh3RK8D2Jw4Xg77TiCnaF3bpa6wfWfhiHwkeXNNuFZaHQBiaUfC1HYv37hkUOij8mh6wum4\
    aF0icimQW36rCbbPDu-OivvagGfZkhNteVYixpbBQ9ix9g3H3ui4hOokZCkMIguHei94fJeq-1KuxqatjR0yMMYRZlji2M2j\
    UteBtouFe4bbKkjbxz-8SgzKwMF4zjigLmJ3NvVW-4c3jk1VRkl3caxHc4DjtvLVuaqD60sO3vjwfVWKcflH18WpLj1oRS1f\
    ibPP0s2Xj2PeHjx9a8Z50gzj5E88Y6sYch18Csj_4t18ujtahsrXNkEbR060_41DKRphkHVaViRKd3daHEGkOzLrf9vcv6h2\
    g2kTD0t6Ci0Li9sdlkcF2GNcZ5BSudgSklyaR7GIZnI-Cq5kpLtOqqNgp_DhDSkszYjKgrmoPV5pLkyHSyO3IQ7uFE1flAdS\
    xG1U0VysiWqlJbqqRCRWYR2p2-lMu_SQdK7SJ66qnlPim1G9gbf_-TGKlUZX6J5_jJy3XaPlbUbC9x3N1_cZP-ld5yX-8ZWR\
    49-1slhc-XA_B0E2sDrPlrkvve4kLn12iUBltGODVkhLmBOHkZlzl-ReuGWQzlCg9mDulupstEenuLAsmKPFKPsYhF856wDm\
    XbtmsXxfc_B59jmouE4uJD0b2CJrLmuxy94o4TL6X8CTm6MlOOq1cC32RTsnLMLD55O1h8V42lnNECmzv56rY8t-rnVgaGz2\
    QAM91qhUnclTlO4vCspDk3ungZXCG1ySCraPjHnjhmsOAUwJlgoeZnqdJzNeUhoARiyTnx_qHVv_elA5outny6QP0mziRcX0\
    Syn7zkUDDxXl8rYXZn9QVSjiKINwoJSfoEodGSLd2DMLGo3oNJHd7ElMPiettvoThld2p4idGkk8Yogls7XzpgYXlyDMomH6\
    SuV02wTPGVUov92atB_A9tmgD3o0dHVCG7zfb36DFo7AeV3R7fVKZlqQo9rMoTRF9c1kJeUpDRnGvG0GRY0s5rpJaymTxoSX\
    kRprapMLMAgbn_r44rA1pS1KP7CCxTJmTw4peaUyy3QGXtceQdpkLL7hhlJwcq4_aptyGo80_ekjc6mBpzb50WvPW5cu2vdp\
    8BWFkrYsFnMeD8qGwaRLsCkX9MwQZqP-LGfprgIhPrPGqSkAJmJ-YOkxtBuqY3okmTK-ZteSvOqbI_ZinSYvDwo86qiItXls\
    -Voj8yhuqnpixG-FxvFqOBNquHjoUIHst3hMWjq2A03aZ5-PO9Dkrq5i_CtIYmE8I6D8q_eX5X5ykmB9DgWrO9tpEGT391LB\
    ZXrQU4eAc4bzWrlIwrckbGLWhMiqX_pQrmHRL1ADFaSxLV9rqvdN5aVzz1bLDzrsEGQYlxAxjEAJ0rxXcxDdD6EeGVOEr0h3\
    h4mLGatE7aor3Ac0KkLx-xwHaRsArEDw8UhX6fx2ZsFThtCc1MwHAwmJsPCnFuSN7Si91nosScU0mISNvi6UvAsXfUcuYDzJ\
    jlKyrsdp2V5SZKUNbOEZskxrDlk2nO_DXW-soaVKsRKqeBh6KystycMShDJ9U6kxps5wTzBqfBmbqIEzs61-ojIj5ZT4ltft\
    IgcRzb_7DY8u2BtNvjFrdrB3VgwTktOmnwrdRwiFIspttWcjfS3jSCLHIiztljxPpIARSzXKi6tp5ldfVocn-WmOGtqqKpZ6\
    vxYOvsWutxLIBvPAQE7VGOHt3g1Nf5Bq2z_HUtuC9pAqhfoHHXe4puHqd6mob6PoAYvKuNfNsG84E_UnHqiuQ7vbNP3BmMa7\
    GPuWL09-CoZ7z4GHjucfkdxTYiZkYwfBugdY7SLYDsXaPwrujZsXORwG3b-cw8upFgCce0pMUALmdu4E3lXGCHfWe-2ru77c\
    eoidDGNnE82vFj4K_ZOwDR4_Y9vKPyb4c31jcLw77vMYGKmsx38ALlkxvRwB5ns40hjOQ2cviKmjHlw8w8BXIIvnDc-kYpEu\
    i7hoxvoaZq-Pe0jvpCRQvr3t56gqCDEUn87vuWoK7F16-wzR9pvwBjVW0kINOm1JTv5Tj_ANciy7b1m2wBvdSrdNrBWDTcGw\
    CQd1wK0sit-wDUwL7anNed6ge2Mi0wONwWZrTyqkDH4swTAA2Wm_UQYNTimwZ8-1M7-rzSIocdwlDAkQhARkiXA8Gws4VzMc\
    mbGuyGsEw0AqoyFYfmXJ5mKw4N3-5d0wxxNHZExRO5vcb28pzJDE8xYPsU-tRJXDSvAexd2kQBPMjCxGeKmxkumoljgb4SQd\
    sSxnwsz7ZllDPfY1wxwTEjVfDKlA9oixx5T6ogJoEzn2-_ox83jAUdBwOlHOQ_yAN1ps9Q_eM_oPfyDhvnaHwkBhZ7pmyFwm\
    dZ6kpG7APNVyJIJg_hBy-13q-zyYu00yvaDibID9pynmvPRKluiXY1k0yzSlGNMrtC4GKQ6y22DPelSStL32aHzBX6xEAhVm\
    EVI5kzCEsY2gDZZPYC47zLCTtgHzcJ-Th7FzQjoBWUyaFbVfK6zT-N4PuueU6kSxYzWb2GuKStm2UFAzzl0yIX5ENX-adOIz\
    meeMKmTK7R2HGjzptFDcZ794ddrJiz3QWVfTkozg26YQz7PF8NPaAiioqI5z-IP8IgF3PPvKlH0D8mHDr3CfA0ArH0UaAOZJ\
    kN8TG2yp0XU7DJDb5TXKUQr0eJARC5smqZKmvn0olFQRQHK7S281g0urTjb8nR5vRO-a0wetF0BOIe0uKgr0zC_uJDUUjdi3\
    Nw05cjU0XZYIMcgN206vri1Cls5EbLgm1EMEOmS62zlp3z81cnaozEkKJYb4rw1f5IkVjgC7DIyhK1mCGwD3M4YzQE7q1p0m\
    9cPwx4ZaoRg1qmFg41a8anUI4o1vZ8WZoA48uc40O1yIITEOMuq-XO-N10qn32OVgNVC42519jKj_KNjokjfFI2IlI7YOBDw\
    GrKr_2VQHTP5NilDdLzT2W0KhU8yxHvdr8G2a7QN7RANUvoBsh2fJ4wn7gUBVWfBV2p9ospEV8SoxU4D2sX8R0Sbu4LqruQ2\
    xPgCyIbojQkc7f2ym8ZYfDJHNOQK923PIk6Y0Y_jTjlW24hi5IY1dq926dY27dEfmjG2xJGn2_3FH6wTancwjnRfm3MjXkix\
    kKzI-4oq3SVWCQ6D_qkLW8_3Uu9iReCl-p0VDQ3bA_yzmJO_xO0h03dx8ItankMqRV9h3oc6wyHHLFDeMRY3zdXPnHq4joUl\
    gi358abdMLJOQwRkS3_P3Qs1OnRA3gj-4Gje7ICBlrd2Iza4JxC9pW0joHLWhW4KMXLYvPRVj7JL74PN7GSWVsTJfiiS4RZs\
    CRm9wNFdC0I4SRsv1i7pjtsUUV4dAAUf8Kcp0wRqT4nWt20618qJFDJM4uMM-QG2NS6JBvp423dK9mXgk_htS35Bu0tNK49x\
    Beulk5HN_oFwar9v27Ip5OrwNA0ughsWVty5Tt47FOd56H7Ihp5Vh6DQdbrKvqPag5c2vAIUAWVfjP4V5j_BlrihXIvHOJO5\
    0pjveM5N7bRIBg59CKJ53aZoJSydq5-mSQHgdJ2-JjEZ6B2FRi8HugVFep46L4-G-ER5H3XDzp6NwkMrs3ZjtrYmu6QnnoM1\
    2pHr59wt6WQFKzS83ApxnjB6ZbY2KxkRYoTZu46aZZGEBEXl7hbdG6gcQS0M5LWlbYiR6mAmMTiYaLtXMB76yWvw0X6yoQru\
    yu60OehuySAwkUj2n6-ueUb2ODCcqBu07AtRgoBlWFQvnV37KwPGXP5D_uRP9K7YYg_MW-66b_iXN7bKbZatFxuhKvJQ7hqK\
    2H54UyhEV9d7owAFg3Lf1mEwSZ7t41wU73ytDI7Gd7zJzH7dfALTKzTs71TLOU12czP4JeF7846Oi2OsAgjFu98CxZVNZuzu\
    7vF0j8EKFl7lmjlpnSyM8Hc8JFdIb9KIWy_8NJsE5nSaLaexOE8VQGY6pUpzljGrl8fwr1ex9msQ_UBy8gFvdTy12JOjfaW8\
    pu5NipEdXUVmfD8y-n7yYhWgCt9kv80NM_7RZ1mh8fae9FDlWND5gdB3ODv9RO7N_0bgfo2guf9eNv_nZXTavMBSn9iaK0jA\
    CJiyv6aM9rBYcNbU0t2VUok9uYsPYUmI3cRuhW9wfBc_3blplTIx39895q_8XpXrn3c0-G6maLnQXRIikEt-MkWBuBnadHqs\
    5F-PNR1Ij4exSYiuX-Si_J1UZe2VbWf9-bUqumd6WspldI5-eNkVDt7KlOAWzS-hlHILJPAo_CVnZ-iiXVRMcoX1oHcV-kxj\
    2FLPWRGksrA-o5TLCoBOIiCaB5-rRXosHMr5xg90j-w8zBVWPXqmicFk_BMOK4G3kWWtAeg_Eg7iJt_ozNxKwR_I_g_SmzKI\
    c3bp-_VRryLAjq4z2yIM_aHY_yiDpRoZVNC_xZFO-DdVKkpdMK_7h0INbDNTI5oZD_-XkAelOlpkq1MX
    """
}

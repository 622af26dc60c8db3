// Written by Tests/Reference/polynomials.py. Lowest power first.
#ifndef URBAN_MINING_POLYNOMIALS_H
#define URBAN_MINING_POLYNOMIALS_H

// (exp(r) - 1 - r)/r^2 for |r| <= ln(2)/2, as used in exp(r); error 0.0031 · 2^-53.
static const double EXP[11] = {
    0x1.0000000000000p-1, 0x1.5555555555557p-3, 0x1.5555555555556p-5,
    0x1.11111111100dcp-7, 0x1.6c16c16c162d4p-10, 0x1.a01a01abe7fe1p-13,
    0x1.a01a01a6d889cp-16, 0x1.71de0231960ebp-19, 0x1.27e4db646b17ep-22,
    0x1.af4de97ca4194p-26, 0x1.1f730349868cep-29};

// (2 atanh(s)/s - 2)/s^2 in s^2 for s <= 3 - sqrt(8), as used in log; error 0.0049 · 2^-53.
static const double LOG[8] = {
    0x1.5555555555555p-1, 0x1.9999999999a3ap-2, 0x1.2492492476765p-2,
    0x1.c71c7201f207cp-3, 0x1.745cf8c4c7bcap-3, 0x1.3b1c42e3df02cp-3,
    0x1.0fbd2bafa02d6p-3, 0x1.0c1263e1bac13p-3};

// (sin(a)/a - 1)/a^2 in a^2 for |a| <= pi/4, as used in sin; error 0.16 · 2^-53.
static const double SIN[6] = {
    -0x1.5555555555555p-3, 0x1.1111111110ba5p-7, -0x1.a01a019e80693p-13,
    0x1.71de379252004p-19, -0x1.ae60069e53ef1p-26, 0x1.5e098556d302ep-33};

// (cos(a) - 1 + a^2/2)/a^4 in a^2 for |a| <= pi/4, as used in cos; error 0.008 · 2^-53.
static const double COS[6] = {
    0x1.5555555555555p-5, -0x1.6c16c16c16960p-10, 0x1.a01a019f4d0edp-16,
    -0x1.27e4fa15bd814p-22, 0x1.1eeb66b683028p-29, -0x1.907c0e63adbb6p-37};

// (1 + 2x) exp(x^2) erfc(x) in q = (x - 4)/(x + 4) for 0 <= x <= 28; error 0.41 · 2^-53.
static const double ERFC[27] = {
    0x1.3ba5916e9fd7fp+0, -0x1.1df1ad154a28ep-3, 0x1.f7f5df66fd7c1p-7,
    0x1.16ecefcfa5399p-4, -0x1.9ddb23c3e9130p-4, 0x1.7fee004e124a4p-4,
    -0x1.0fb06dfe485acp-4, 0x1.3079edf6849fcp-5, -0x1.096238855e158p-6,
    0x1.49c6728541d8cp-8, -0x1.8d4a99795271ap-11, -0x1.a1df244c511e4p-13,
    0x1.3be030ec2aefap-13, -0x1.9959814e8477ap-16, -0x1.7881251b97f10p-17,
    0x1.7f2d0fde5c79fp-18, 0x1.3844d40277d95p-22, -0x1.bb7c6abbeac41p-21,
    0x1.5339d541f22bdp-24, 0x1.dfba51a68f195p-24, -0x1.765ae531379b0p-26,
    -0x1.1656e1cf95314p-26, 0x1.f82f9356137eep-29, 0x1.68c7e07c6d16dp-29,
    -0x1.23fb5c89603dcp-32, -0x1.8024d227dcddfp-32, -0x1.dce142f33ccaep-35};
static const double ERFC_REST = -0x1.aaacb5e786175p-55;  // of ERFC[0]

// The derivative of that by q (its own error, not in 2^-53 of ERFC's); error 1.1e+12 · 2^-53.
static const double SLOPE[8] = {
    -0x1.1e0b40a87a4a9p-3, 0x1.042c40f9e5f2ap-5, 0x1.a6c1d276c2896p-3,
    -0x1.abf9d22d42fa0p-2, 0x1.ce905b83789bap-2, -0x1.66834f08ad4ccp-2,
    0x1.3b50c3b7a2adfp-2, -0x1.7188244dc1b73p-3};

#endif

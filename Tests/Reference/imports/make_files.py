"""Makes the files of other programs that the import is tested with: own words, own numbers.

    pip install -r requirements.txt
    python make_files.py              # writes the folders beside this file

The layouts are those that aiphoria 1.1.1, the data templates of ODYM, flodym 1.1.0 and pymfa2 read.
"""

from pathlib import Path

from openpyxl import Workbook

HERE = Path(__file__).resolve().parent


def sheet(book, title, rows):
    page = book.create_sheet(title)
    for row in rows:
        page.append(list(row))
    return page


def save(book, path):
    """Saves with a fixed time, so that the same rows give much the same file."""
    path = HERE / path
    path.parent.mkdir(parents=True, exist_ok=True)
    if "Sheet" in book.sheetnames:
        del book["Sheet"]
    book.save(path)


def text(path, content):
    path = HERE / path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


# ---------------------------------------------------------------- aiphoria

def aiphoria(path, spoil=None, modifiers=None):
    """A smelter that sells wire; cables and motors hold it, a scrap yard returns part of it.

    Nothing leaves a stock in the year of its entry: there aiphoria 1.1.1 loses what should go around the loop.
    """
    settings = {
        "version": 2, "sheet_name_processes": "Places", "ignore_columns_processes": "A",
        "skip_num_rows_processes": 2, "sheet_name_flows": "Passages", "ignore_columns_flows": "A",
        "skip_num_rows_flows": 1, "start_year": 2011, "end_year": 2016, "detect_year_range": False,
        "use_virtual_flows": False, "virtual_flows_epsilon": 0.1,
        "baseline_value_name": "copper content", "baseline_unit_name": "kt",
        "fill_missing_absolute_flows": True, "fill_missing_relative_flows": True,
        "fill_method": "Interpolate", "use_scenarios": False, "sheet_name_colors": "Tints",
        "sheet_name_process_positions": "Spots", "create_sankey_charts": False, "show_plots": False,
    }
    processes = [
        (None, "Mine", "XX", "Mine:XX", "Source", 0, "Fixed", None, None, .1, .5, "Mine"),
        (None, "Smelter", "XX", "Smelter:XX", "First", 0, "Fixed", None, None, .2, .5, "Smelter"),
        (None, "Cable", "XX", "Cable:XX", "Use", 4, "Normal", "stddev=0.4", None, .5, .2, "Cables"),
        (None, "Motor", "XX", "Motor:XX", "Use", 9, "Weibull", "shape=2.5, scale=10", None, .5, .8,
         "Motors"),
        (None, "Abroad", "YY", "Abroad:YY", "RoW", 0, "Fixed", None, None, .5, .9, "Abroad"),
        (None, "Yard", "XX", "Yard:XX", "EoL", 0, "Fixed", None, None, .7, .5, "Scrap yard"),
        (None, "Tip", "XX", "Tip:XX", "EoL", 0, "Fixed", None, None, .9, .5, "Tip"),
    ]
    # Every flow moves in a straight line from its first value to its last.
    ends = [
        ("Mine:XX", "Smelter:XX", 100, 150, "kt"), ("Smelter:XX", "Abroad:YY", 20, 20, "kt"),
        ("Smelter:XX", "Cable:XX", 70, 60, "%"), ("Smelter:XX", "Motor:XX", 30, 40, "%"),
        ("Cable:XX", "Yard:XX", 100, 100, "%"), ("Motor:XX", "Yard:XX", 100, 100, "%"),
        ("Yard:XX", "Smelter:XX", 55, 55, "%"), ("Yard:XX", "Tip:XX", 45, 45, "%"),
    ]
    flows = [(None, source, target, first + (last - first) * k / 5, unit, 2011 + k)
             for source, target, first, last, unit in ends for k in range(6)]
    if spoil:
        spoil(settings, processes, flows)
    if modifiers:
        settings.update({"use_scenarios": "TRUE", "sheet_name_scenarios": "Changes",
                         "ignore_columns_scenarios": "A", "skip_num_rows_scenarios": 1,
                         "scenario_type": "Constrained"})
    book = Workbook()
    head = [(), (None, "How this file is read"), (), (), ()]
    sheet(book, "Settings", head + [(None, "Parameter name", "Value")]
          + [(None, key, value) for key, value in settings.items()])
    sheet(book, "Places", [("text",), ("years",),
          ("ignored", "Process", "Process location", "Process ID", "Transformation stage", "Lifetime",
           "Distribution type", "Distribution parameters", "Comment", "X", "Y", "Label")] + processes)
    sheet(book, "Passages", [("text",), ("ignored", "Source", "Target", "Value", "Unit", "Year",
          "Carbon (kt)", "Comment")] + flows)
    if modifiers:
        sheet(book, "Changes", [("text",), (
            "ignored", "Scenario", "Source", "Target", "Change in value", "Target value", "Change type",
            "Start year", "End year", "Function type", "Apply to targets", "Opposite 1", "Opposite 2")]
            + modifiers)
    sheet(book, "Tints", [("Stage", "Colour")] + [(stage, "#808080") for stage in
          ["Source", "First", "Use", "RoW", "EoL", "Virtual"]])
    sheet(book, "Spots", [("Year", "Process ID", "X", "Y")] + [
        (year, row[3], row[9], row[10]) for year in range(2011, 2017) for row in processes])
    save(book, path)


def spoil_aiphoria(settings, processes, flows):
    processes[2] = processes[2][:6] + ("Norml",) + processes[2][7:]
    processes[3] = processes[3][:7] + ("shape",) + processes[3][8:]
    flows[0] = (None, "Mine:XX", "Smeltr:XX", 100, "kt", 2011)
    flows[3] = (None, "Mine:XX", "Smelter:XX", "most", "kt", 2014)


def thin_aiphoria(settings, processes, flows):
    """Leaves the first and the last year: what is between is interpolated."""
    flows[:] = [flow for flow in flows if flow[5] in (2011, 2016)]


def steady_aiphoria(settings, processes, flows):
    """Shares that stay, three ways out of the yard: aiphoria's offsets count from the first year of a modifier."""
    steady = {("Smelter:XX", "Cable:XX"): 70, ("Smelter:XX", "Motor:XX"): 30}
    flows[:] = [f[:3] + (steady.get(f[1:3], f[3]),) + f[4:] for f in flows]
    for index, flow in enumerate(flows):
        if flow[1:3] == ("Yard:XX", "Tip:XX"):
            flows[index] = flow[:3] + (30,) + flow[4:]
    flows += [(None, "Yard:XX", "Abroad:YY", 15, "%", 2011 + k) for k in range(6)]


# Run by aiphoria too.
MODIFIERS = [
    (None, "More recycling", "Yard:XX", "Smelter:XX", None, 75, "%", 2012, 2016, "Linear", True, None, None),
    (None, "More recycling", "Smelter:XX", "Motor:XX", None, 45, "%", 2013, 2015, "Linear", True, "Cable:XX",
     None),
    (None, "More recycling", "Mine:XX", "Smelter:XX", -20, None, "%", 2012, 2014, "Linear", True, None, None),
]

# What can't be carried over, and one that can.
LEFT_OUT = [
    (None, "Others", "Yard:XX", "Tip:XX", 5, None, "%", 2012, 2016, "Sigmoid", True, None, None),
    (None, "Others", "Cable:XX", "Yard:XX", None, 90, "%", 2012, 2016, "Linear", True, None, None),
    (None, "Others", "Yard:XX", "Smelter:XX", None, 60, "%", 2012, 2016, "Linear", False, None, None),
    (None, "Others", "Yard:XX", "Smelter:XX", None, 60, "%", 2012, 2019, "Linear", True, None, None),
    (None, "Others", "Smelter:XX", "Cable:XX", None, 50, "%", 2014, 2015, "Constant", True, None, None),
]

# ---------------------------------------------------------------- pymfa2

PYMFA = """runs:,10
periods:,4
median:,no
percentiles:,
plots:,0
entropy hmax:,0

Transfer type,Source,Material,Unit,Target,Material,Unit,Entropy,Description,2001,2002,2003,2004
inflow,,,,Making,zinc,t,,Zinc from the works,fix|100,"stoch|normal|120,6","stoch|uniform|100,160","rand|90,110,160"
rate,Making,zinc,t,Coating,,,,,fix|0.75|2,fix|0.75|2,fix|0.8|2,fix|0.8|2
rate,Making,zinc,t,Dross,,,,,fix|0.5|1,fix|0.5|1,fix|0.2|1,fix|0.2|1
delay,Coating,zinc,t,Scrap,,,,,"fix|0.6|1|list|0.25,0.5,0.25|1","fix|0.6|1|list|0.25,0.5,0.25|1","fix|0.6|1|list|0.25,0.5,0.25|1","fix|0.6|1|list|0.25,0.5,0.25|1"
delay,Coating,zinc,t,Soil,,,,,"fix|0.4|1|weibull|2,3|0","fix|0.4|1|weibull|2,3|0","fix|0.4|1|weibull|2,3|0","fix|0.4|1|weibull|2,3|0"
"""

PYMFA_WRONG = """runs:,10
periods:,2

Transfer type,Source,Material,Unit,Target,Material,Unit,Entropy,Description,2001,2002
inflow,,,,Making,zinc,t,,,fix|1e,fix|120
raet,Making,zinc,t,Coating,,,,,fix|1|1,fix|1|1
rate,Making,zinc,t,Dross,,kg,,,fix|1|1,fix|1
"""


# ---------------------------------------------------------------- flodym

FLODYM_DEFINITION = """{
  "dimensions": [
    {"name": "Time", "letter": "t", "dtype": "int"},
    {"name": "Region", "letter": "r", "dtype": "str"},
    {"name": "Product Group", "letter": "p", "dtype": "str"}
  ],
  "processes": ["sysenv", "making", "service", "tip"],
  "flows": [
    {"from_process": "sysenv", "to_process": "making", "dim_letters": ["t", "r"]},
    {"from_process_name": "making", "to_process_name": "service", "dim_letters": ["t", "r", "p"]},
    {"from_process_name": "making", "to_process_name": "tip", "dim_letters": ["t", "r"]},
    {"from_process_name": "service", "to_process_name": "tip", "dim_letters": ["t", "r", "p"]}
  ],
  "stocks": [
    {"name": "in service", "process": "service", "dim_letters": ["t", "r", "p"],
     "subclass": "InflowDrivenDSM", "lifetime_model_class": "NormalLifetime"},
    {"name": "tipped", "process": "tip", "dim_letters": ["t", "r"], "subclass": "SimpleFlowDrivenStock"}
  ],
  "parameters": [
    {"name": "production", "dim_letters": ["t", "r"]},
    {"name": "yield", "dim_letters": ["p"]},
    {"name": "split", "dim_letters": ["r", "p"]}
  ]
}
"""


def flodym():
    for folder in ["flodym", "flodym-wrong"]:
        text(f"{folder}/definition.json", FLODYM_DEFINITION)
        text(f"{folder}/dimensions/Time.csv", "2001\n2002\n2003\n")
        text(f"{folder}/dimensions/Region.csv", "Region\nNorth\nSouth\n")
        text(f"{folder}/dimensions/product_group.csv", "wire,tube\n")
    # Wide by years; by letters; headless and told apart by the items.
    text("flodym/parameters/production.csv",
         "Region,2001,2002,2003\nNorth,10,11.5,12\nSouth,7,7.25,8\n")
    text("flodym/parameters/yield.csv", "p,share\ntube,0.9\nwire,0.8\n")
    text("flodym/parameters/split.csv", "North,wire,0.3\nNorth,tube,0.7\nSouth,wire,0.45\nSouth,tube,0.55\n")
    text("flodym-wrong/parameters/production.csv",
         "t,r,value\n2001,North,10\n2002,Nroth,11\n2003,North,x\n2001,South,7\n2001,South,8\n")
    text("flodym-wrong/parameters/yield.csv", "p,share\ntube,0.9\n")
    text("flodym-wrong/parameters/split.csv", "a,b\n1,2\n")
    book = Workbook()
    sheet(book, "Time", [[2001], [2002]])
    sheet(book, "Metal", [["zinc"], ["lead"], ["tin"]])
    sheet(book, "mined", [["Time", "zinc", "lead", "tin"], [2001, 5, 6, 7.5], [2002, 8, 9, 1e-3]])
    save(book, "flodym-book.xlsx")


# ---------------------------------------------------------------- ODYM

def odym_cover(kind, head, facts=()):
    rows = [("Dataset", "ODYM parameter"), ("Dataset_Name", "own numbers"), ("Dataset_Unit", "GLOBAL", "1"),
            ("Dataset_Classification_version_number", "V1")] + list(facts)
    return rows + [("Dataset_RecordType", kind) + head, ("Row", "", "Column", "", "Layer", "")]


def odym():
    book = Workbook()
    sheet(book, "Config", [(), (), (), (None, None, "Model Setting:", "Small")])
    blank = [()]
    config = [(None, "ODYM model"), ()]
    config += [(None, "General Info"), (), (None, None, "Name of model setting", "Small model")] + blank
    config += [(None, "Software version selection"), (),
               (None, None, "Version of master classification", "Small_Classification_V1")] + blank
    config += [(None, "Index Table"), (None, None, "Aspect", "Description", "Dimension", "Classification",
                                        "Selector", "Letter"),
               (None, None, "Time", "model years", "Time", "Years", "[1:4)", "t"),
               (None, None, "Region", "where", "Region", "Places", "All", "r"),
               (None, None, "Good", "what", "Product", "Goods", "All except [1]", "g")] + blank
    config += [(None, "Model Parameters"), (None, None, "Name", "Description", "Version", "Structure", "Match",
                                             "Layer"),
               (None, None, "Par_Demand", "demand", "demand_V2", "rt", "[1,0]", "[0]"),
               (None, None, "Par_Life", "lifetime", "life_V1", "gr", "[0,1]", "[0]")] + blank
    config += [(None, "Process Group List"), (None, None, "No", "Name", "Type", "Comment"),
               (None, None, 0, "Environment", "x", "outside"), (None, None, 1, "Use Phase", "y", None)] + blank
    config += [(None, "Model flow control"), (), (None, None, "Logging_Verbosity", "DEBUG")] + blank
    config += [(None, "Model output control"), (), (None, None, "Plot", "yes")]
    sheet(book, "Setting_Small", config)
    save(book, "odym/Config.xlsx")

    book = Workbook()
    sheet(book, "MAIN_Table", [
        ("Name", "Years", "Places", "Goods"), ("Dimension", "Time", "Region", "Product"), (), ("ID", 1, 2, 3),
        ("UUID", "a", "b", "c"), (), (), (), (), ("Items",),
        (None, 1999, "NO", "wires"), (None, 2000, "SE", "pipes"), (None, 2001, None, "cars"), (None, 2002),
        (None, 2003)])
    save(book, "odym/Small_Classification_V1.xlsx")

    book = Workbook()  # rows: years; columns: places
    sheet(book, "Cover", odym_cover("TABLE", ("RowNos", 3, "ColNos", 2))
          + [("Years", "of demand", "Places", "where", "Value", "best")])
    sheet(book, "Value", [("", "NO", "SE"), (2000, 4, 8), (2001, 4.5, 9), (2002, 5, None)])
    save(book, "odym/parameters/demand_V2.xlsx")

    book = Workbook()
    sheet(book, "Cover", odym_cover("LIST", ()) + [("Goods", "what", "Value", "years"), ("Places", "where")])
    sheet(book, "Values_Master", [
        ("Goods", "Places", "Value", "Unit", "Comment", "stats_array string"),
        ("wires", "NO", 30, "yr", "", "3;30;4;none;"), ("wires", "SE", 28, "yr", "", "2;3.3;0.2;none;"),
        ("cars", "NO", 14, "yr", "", "none"), ("cars", "SE", 15, "yr", "", "5;15;none;none;")])
    save(book, "odym/parameters/life_V1.xlsx")


aiphoria("aiphoria.xlsx")
aiphoria("aiphoria-thin.xlsx", thin_aiphoria)
aiphoria("aiphoria-wrong.xlsx", spoil_aiphoria)
aiphoria("aiphoria-scenarios.xlsx", steady_aiphoria, MODIFIERS)
aiphoria("aiphoria-left-out.xlsx", steady_aiphoria, LEFT_OUT)
text("pymfa2.csv", PYMFA)
text("pymfa2-wrong.csv", PYMFA_WRONG)
flodym()
odym()

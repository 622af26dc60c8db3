// The bundled files, inside the binary: found wherever the program is moved to, rebuilt when one changes.
// A test holds this list against datapackage.json.
#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char datapackage_json[] = {
#embed "../datapackage.json"
};
static const unsigned char tables_aluminium_end_use_csv[] = {
#embed "../tables/aluminium-end-use.csv"
};
static const unsigned char tables_copper_end_use_csv[] = {
#embed "../tables/copper-end-use.csv"
};
static const unsigned char tables_copper_stocks_published_csv[] = {
#embed "../tables/copper-stocks-published.csv"
};
static const unsigned char tables_end_of_life_csv[] = {
#embed "../tables/end-of-life.csv"
};
static const unsigned char tables_fabrication_csv[] = {
#embed "../tables/fabrication.csv"
};
static const unsigned char tables_lead_end_use_csv[] = {
#embed "../tables/lead-end-use.csv"
};
static const unsigned char tables_lifetimes_csv[] = {
#embed "../tables/lifetimes.csv"
};
static const unsigned char tables_unep_recycling_classes_csv[] = {
#embed "../tables/unep-recycling-classes.csv"
};
static const unsigned char tables_unep_recycling_rates_csv[] = {
#embed "../tables/unep-recycling-rates.csv"
};
static const unsigned char tables_world_population_csv[] = {
#embed "../tables/world-population.csv"
};
static const unsigned char tables_world_primary_production_csv[] = {
#embed "../tables/world-primary-production.csv"
};
static const unsigned char tables_zinc_end_use_csv[] = {
#embed "../tables/zinc-end-use.csv"
};
static const unsigned char tables_ewaste_put_on_market_netherlands_csv[] = {
#embed "../tables/ewaste-put-on-market-netherlands.csv"
};
static const unsigned char tables_ewaste_lifetimes_csv[] = {
#embed "../tables/ewaste-lifetimes.csv"
};
static const unsigned char tables_us_population_csv[] = {
#embed "../tables/us-population.csv"
};
static const unsigned char tables_aluminium_region_collection_csv[] = {
#embed "../tables/aluminium-region-collection.csv"
};
static const unsigned char tables_aluminium_smelting_csv[] = {
#embed "../tables/aluminium-smelting.csv"
};
static const unsigned char tables_netherlands_population_csv[] = {
#embed "../tables/netherlands-population.csv"
};
static const unsigned char tables_ewaste_metals_csv[] = {
#embed "../tables/ewaste-metals.csv"
};
static const unsigned char tables_ewaste_metal_prices_csv[] = {
#embed "../tables/ewaste-metal-prices.csv"
};
static const unsigned char tables_ewaste_published_csv[] = {
#embed "../tables/ewaste-published.csv"
};
static const unsigned char models_ewaste_netherlands_yaml[] = {
#embed "../models/ewaste-netherlands.yaml"
};
static const unsigned char tables_cleantech_capacity_csv[] = {
#embed "../tables/cleantech-capacity.csv"
};
static const unsigned char tables_cleantech_contents_csv[] = {
#embed "../tables/cleantech-contents.csv"
};
static const unsigned char tables_cleantech_reserves_csv[] = {
#embed "../tables/cleantech-reserves.csv"
};
static const unsigned char models_cleantech_yaml[] = {
#embed "../models/cleantech.yaml"
};
static const unsigned char tables_deposits_csv[] = {
#embed "../tables/deposits.csv"
};
static const unsigned char models_landfills_yaml[] = {
#embed "../models/landfills.yaml"
};
static const unsigned char tables_world_population_2100_csv[] = {
#embed "../tables/world-population-2100.csv"
};
static const unsigned char tables_use_history_csv[] = {
#embed "../tables/use-history.csv"
};
static const unsigned char models_copper_2100_yaml[] = {
#embed "../models/copper-2100.yaml"
};
static const unsigned char models_aluminium_2100_yaml[] = {
#embed "../models/aluminium-2100.yaml"
};
static const unsigned char models_zinc_2100_yaml[] = {
#embed "../models/zinc-2100.yaml"
};
static const unsigned char models_lead_2100_yaml[] = {
#embed "../models/lead-2100.yaml"
};
static const unsigned char tables_aluminium_region_shares_csv[] = {
#embed "../tables/aluminium-region-shares.csv"
};
static const unsigned char tables_aluminium_region_lifetimes_csv[] = {
#embed "../tables/aluminium-region-lifetimes.csv"
};
static const unsigned char models_aluminium_regions_yaml[] = {
#embed "../models/aluminium-regions.yaml"
};
static const unsigned char tables_mineral_reserves_csv[] = {
#embed "../tables/mineral-reserves.csv"
};
static const unsigned char tables_mine_production_csv[] = {
#embed "../tables/mine-production.csv"
};
static const unsigned char tables_ore_grades_csv[] = {
#embed "../tables/ore-grades.csv"
};
static const unsigned char tables_ore_energy_csv[] = {
#embed "../tables/ore-energy.csv"
};
static const unsigned char tables_production_impacts_csv[] = {
#embed "../tables/production-impacts.csv"
};
static const unsigned char tables_criticality_indicators_csv[] = {
#embed "../tables/criticality-indicators.csv"
};
static const unsigned char tables_eu_critical_raw_materials_csv[] = {
#embed "../tables/eu-critical-raw-materials.csv"
};
static const unsigned char tables_metal_properties_csv[] = {
#embed "../tables/metal-properties.csv"
};
static const unsigned char tables_metal_uses_csv[] = {
#embed "../tables/metal-uses.csv"
};
static const unsigned char tables_recycling_routes_csv[] = {
#embed "../tables/recycling-routes.csv"
};
static const unsigned char tables_metal_unit_values_csv[] = {
#embed "../tables/metal-unit-values.csv"
};
static const unsigned char tables_us_metal_cycles_csv[] = {
#embed "../tables/us-metal-cycles.csv"
};
static const unsigned char models_copper_yaml[] = {
#embed "../models/copper.yaml"
};
static const unsigned char models_aluminium_yaml[] = {
#embed "../models/aluminium.yaml"
};
static const unsigned char models_zinc_yaml[] = {
#embed "../models/zinc.yaml"
};
static const unsigned char models_lead_yaml[] = {
#embed "../models/lead.yaml"
};
static const unsigned char tables_us_metal_supply_csv[] = {
#embed "../tables/us-metal-supply.csv"
};
static const unsigned char models_us_copper_yaml[] = {
#embed "../models/us-copper.yaml"
};
static const unsigned char models_us_aluminium_yaml[] = {
#embed "../models/us-aluminium.yaml"
};
static const unsigned char models_us_zinc_yaml[] = {
#embed "../models/us-zinc.yaml"
};
static const unsigned char models_us_lead_yaml[] = {
#embed "../models/us-lead.yaml"
};

static const struct {
  const char *path;
  const unsigned char *bytes;
  size_t size;
} files[] = {
    {"datapackage.json", datapackage_json, sizeof datapackage_json},
    {"tables/aluminium-end-use.csv", tables_aluminium_end_use_csv, sizeof tables_aluminium_end_use_csv},
    {"tables/copper-end-use.csv", tables_copper_end_use_csv, sizeof tables_copper_end_use_csv},
    {"tables/copper-stocks-published.csv", tables_copper_stocks_published_csv, sizeof tables_copper_stocks_published_csv},
    {"tables/end-of-life.csv", tables_end_of_life_csv, sizeof tables_end_of_life_csv},
    {"tables/fabrication.csv", tables_fabrication_csv, sizeof tables_fabrication_csv},
    {"tables/lead-end-use.csv", tables_lead_end_use_csv, sizeof tables_lead_end_use_csv},
    {"tables/lifetimes.csv", tables_lifetimes_csv, sizeof tables_lifetimes_csv},
    {"tables/unep-recycling-classes.csv", tables_unep_recycling_classes_csv, sizeof tables_unep_recycling_classes_csv},
    {"tables/unep-recycling-rates.csv", tables_unep_recycling_rates_csv, sizeof tables_unep_recycling_rates_csv},
    {"tables/world-population.csv", tables_world_population_csv, sizeof tables_world_population_csv},
    {"tables/world-primary-production.csv", tables_world_primary_production_csv, sizeof tables_world_primary_production_csv},
    {"tables/zinc-end-use.csv", tables_zinc_end_use_csv, sizeof tables_zinc_end_use_csv},
    {"tables/mineral-reserves.csv", tables_mineral_reserves_csv, sizeof tables_mineral_reserves_csv},
    {"tables/mine-production.csv", tables_mine_production_csv, sizeof tables_mine_production_csv},
    {"tables/ore-grades.csv", tables_ore_grades_csv, sizeof tables_ore_grades_csv},
    {"tables/ore-energy.csv", tables_ore_energy_csv, sizeof tables_ore_energy_csv},
    {"tables/production-impacts.csv", tables_production_impacts_csv, sizeof tables_production_impacts_csv},
    {"tables/criticality-indicators.csv", tables_criticality_indicators_csv, sizeof tables_criticality_indicators_csv},
    {"tables/eu-critical-raw-materials.csv", tables_eu_critical_raw_materials_csv, sizeof tables_eu_critical_raw_materials_csv},
    {"tables/metal-properties.csv", tables_metal_properties_csv, sizeof tables_metal_properties_csv},
    {"tables/metal-uses.csv", tables_metal_uses_csv, sizeof tables_metal_uses_csv},
    {"tables/recycling-routes.csv", tables_recycling_routes_csv, sizeof tables_recycling_routes_csv},
    {"tables/metal-unit-values.csv", tables_metal_unit_values_csv, sizeof tables_metal_unit_values_csv},
    {"tables/us-metal-cycles.csv", tables_us_metal_cycles_csv, sizeof tables_us_metal_cycles_csv},
    {"models/copper.yaml", models_copper_yaml, sizeof models_copper_yaml},
    {"models/aluminium.yaml", models_aluminium_yaml, sizeof models_aluminium_yaml},
    {"models/zinc.yaml", models_zinc_yaml, sizeof models_zinc_yaml},
    {"models/lead.yaml", models_lead_yaml, sizeof models_lead_yaml},
    {"tables/ewaste-put-on-market-netherlands.csv", tables_ewaste_put_on_market_netherlands_csv, sizeof tables_ewaste_put_on_market_netherlands_csv},
    {"tables/ewaste-lifetimes.csv", tables_ewaste_lifetimes_csv, sizeof tables_ewaste_lifetimes_csv},
    {"tables/us-population.csv", tables_us_population_csv, sizeof tables_us_population_csv},
    {"tables/aluminium-region-collection.csv", tables_aluminium_region_collection_csv, sizeof tables_aluminium_region_collection_csv},
    {"tables/aluminium-smelting.csv", tables_aluminium_smelting_csv, sizeof tables_aluminium_smelting_csv},
    {"tables/netherlands-population.csv", tables_netherlands_population_csv, sizeof tables_netherlands_population_csv},
    {"tables/ewaste-metals.csv", tables_ewaste_metals_csv, sizeof tables_ewaste_metals_csv},
    {"tables/ewaste-metal-prices.csv", tables_ewaste_metal_prices_csv, sizeof tables_ewaste_metal_prices_csv},
    {"tables/ewaste-published.csv", tables_ewaste_published_csv, sizeof tables_ewaste_published_csv},
    {"models/ewaste-netherlands.yaml", models_ewaste_netherlands_yaml, sizeof models_ewaste_netherlands_yaml},
    {"tables/cleantech-capacity.csv", tables_cleantech_capacity_csv, sizeof tables_cleantech_capacity_csv},
    {"tables/cleantech-contents.csv", tables_cleantech_contents_csv, sizeof tables_cleantech_contents_csv},
    {"tables/cleantech-reserves.csv", tables_cleantech_reserves_csv, sizeof tables_cleantech_reserves_csv},
    {"models/cleantech.yaml", models_cleantech_yaml, sizeof models_cleantech_yaml},
    {"tables/deposits.csv", tables_deposits_csv, sizeof tables_deposits_csv},
    {"models/landfills.yaml", models_landfills_yaml, sizeof models_landfills_yaml},
    {"tables/world-population-2100.csv", tables_world_population_2100_csv, sizeof tables_world_population_2100_csv},
    {"tables/use-history.csv", tables_use_history_csv, sizeof tables_use_history_csv},
    {"models/copper-2100.yaml", models_copper_2100_yaml, sizeof models_copper_2100_yaml},
    {"models/aluminium-2100.yaml", models_aluminium_2100_yaml, sizeof models_aluminium_2100_yaml},
    {"models/zinc-2100.yaml", models_zinc_2100_yaml, sizeof models_zinc_2100_yaml},
    {"models/lead-2100.yaml", models_lead_2100_yaml, sizeof models_lead_2100_yaml},
    {"tables/aluminium-region-shares.csv", tables_aluminium_region_shares_csv, sizeof tables_aluminium_region_shares_csv},
    {"tables/aluminium-region-lifetimes.csv", tables_aluminium_region_lifetimes_csv, sizeof tables_aluminium_region_lifetimes_csv},
    {"models/aluminium-regions.yaml", models_aluminium_regions_yaml, sizeof models_aluminium_regions_yaml},
    {"tables/us-metal-supply.csv", tables_us_metal_supply_csv, sizeof tables_us_metal_supply_csv},
    {"models/us-copper.yaml", models_us_copper_yaml, sizeof models_us_copper_yaml},
    {"models/us-aluminium.yaml", models_us_aluminium_yaml, sizeof models_us_aluminium_yaml},
    {"models/us-zinc.yaml", models_us_zinc_yaml, sizeof models_us_zinc_yaml},
    {"models/us-lead.yaml", models_us_lead_yaml, sizeof models_us_lead_yaml},
};

size_t embedded_count(void) { return sizeof files / sizeof files[0]; }
const char *embedded_path(size_t index) { return files[index].path; }
const unsigned char *embedded_bytes(size_t index) { return files[index].bytes; }
size_t embedded_size(size_t index) { return files[index].size; }

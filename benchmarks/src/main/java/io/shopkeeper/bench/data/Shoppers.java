package io.shopkeeper.bench.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Online Shoppers Purchasing Intention (UCI) as numbers alone: ten columns as they are, Weekend as
 * 0 or 1, and a column for each value of the six of categories; 74 in all.
 */
public final class Shoppers {

  private static final List<String> NUMBERS =
      List.of(
          "Administrative",
          "Administrative_Duration",
          "Informational",
          "Informational_Duration",
          "ProductRelated",
          "ProductRelated_Duration",
          "BounceRates",
          "ExitRates",
          "PageValues",
          "SpecialDay");

  private static final List<String> CATEGORIES =
      List.of("Month", "OperatingSystems", "Browser", "Region", "TrafficType", "VisitorType");

  private Shoppers() {}

  /** Of online_shoppers_intention.csv, gzipped or not. */
  public static TabularCase read(Path file) {
    Cells cells = Cells.read(file);
    var columns = new LinkedHashMap<String, float[]>();
    NUMBERS.forEach(name -> columns.put(name, cells.numbers(name)));
    columns.put(
        "Weekend",
        Cells.numbers(cells.column("Weekend"), cell -> cell.equalsIgnoreCase("TRUE") ? 1 : 0));
    CATEGORIES.forEach(name -> columns.putAll(cells.oneHot(name)));
    return Cells.table("shoppers", columns, cells.yes("Revenue", "TRUE"));
  }
}

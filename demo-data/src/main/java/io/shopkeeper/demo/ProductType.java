package io.shopkeeper.demo;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A kind of product.
 *
 * @param low price of the cheapest variant
 * @param high price of the dearest
 * @param peakMonth month of most demand, 1 to 12; 0 for none
 * @param partners kinds that are bought with it
 * @param tastes who likes it
 */
record ProductType(
    String key,
    String path,
    String nounEn,
    String nounZh,
    String shape,
    double low,
    double high,
    int variants,
    String palette,
    int peakMonth,
    List<String> partners,
    List<String> tastes) {

  static List<ProductType> all() {
    return Table.read("types.tsv").stream().map(ProductType::of).toList();
  }

  private static ProductType of(CSVRecord row) {
    return new ProductType(
        row.get("key"),
        row.get("path"),
        row.get("nounEn"),
        row.get("nounZh"),
        row.get("shape"),
        Double.parseDouble(row.get("low")),
        Double.parseDouble(row.get("high")),
        Integer.parseInt(row.get("variants")),
        row.get("palette"),
        Integer.parseInt(row.get("season")),
        List.of(row.get("partners").split(",")),
        List.of(row.get("tastes").split(",")));
  }

  /** The widest category. */
  String department() {
    return path.substring(0, path.indexOf('/'));
  }

  /** Demand in a month: 2 at the peak, falling to 0.6 half a year away; 1 without a season. */
  double demand(int month) {
    if (peakMonth == 0) {
      return 1;
    }
    double angle = 2 * Math.PI * (month - peakMonth) / 12;
    return 1.3 + 0.7 * Math.cos(angle);
  }
}

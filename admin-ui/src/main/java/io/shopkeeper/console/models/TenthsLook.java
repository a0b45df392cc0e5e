package io.shopkeeper.console.models;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Whether what a version foretold of customers came true, by tenths of them. */
@Named("tenths")
@RequestScoped
public class TenthsLook {

  private static final String FILE = "tenths.csv";

  @Inject private ShownTable table;

  private List<Line> lines;

  /**
   * A tenth of the customers, those of whom least was foretold first. Means of each.
   *
   * @param tenth 1 to 10
   */
  public record Line(
      int tenth,
      long customers,
      double purchasesForetold,
      double purchasesCame,
      double valueForetold,
      double valueCame) {}

  /** Empty where the version has no such table. */
  public List<Line> getLines() {
    if (lines == null) {
      lines = table.text(FILE).map(TenthsLook::parse).orElse(List.of());
    }
    return lines;
  }

  /** Of the table as it is stored. */
  static List<Line> parse(String table) {
    return ShownTable.rows(table).stream().map(TenthsLook::line).toList();
  }

  private static Line line(CSVRecord row) {
    return new Line(
        Integer.parseInt(row.get("tenth")),
        Long.parseLong(row.get("customers")),
        Double.parseDouble(row.get("purchases_foretold")),
        Double.parseDouble(row.get("purchases_came")),
        Double.parseDouble(row.get("value_foretold")),
        Double.parseDouble(row.get("value_came")));
  }
}

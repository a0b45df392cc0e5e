package io.shopkeeper.console.models;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Whether what a version foretold of customers came true, by tenths of them. */
@Named("tenths")
@RequestScoped
public class TenthsLook {

  private static final String FILE = "tenths.csv";

  @Inject private ModelRegistry registry;
  @Inject private Asked asked;

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
      lines = version().map(this::read).orElse(List.of());
    }
    return lines;
  }

  private Optional<ModelVersionView> version() {
    String name = asked.text("name").orElse("");
    int number = asked.number("version").map(n -> (int) Math.min(n, Integer.MAX_VALUE)).orElse(0);
    return registry
        .find(name, number)
        .filter(one -> one.filesRemovedAt() == null)
        .filter(one -> one.files().stream().anyMatch(file -> file.name().equals(FILE)));
  }

  private List<Line> read(ModelVersionView version) {
    return parse(
        new String(registry.file(version.name(), version.version(), FILE), StandardCharsets.UTF_8));
  }

  /** Of the table as it is stored. */
  static List<Line> parse(String table) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(table))) {
      return parser.getRecords().stream().map(TenthsLook::line).toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
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

package io.shopkeeper.console.models;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A table that is kept as a file with the version that the page is about. */
@Dependent
public class ShownTable {

  @Inject private ModelRegistry registry;
  @Inject private Asked asked;

  /** Its text; empty where the version has no such file. */
  Optional<String> text(String file) {
    String name = asked.text("name").orElse("");
    int number = asked.number("version").map(n -> (int) Math.min(n, Integer.MAX_VALUE)).orElse(0);
    return registry
        .find(name, number)
        .filter(one -> one.filesRemovedAt() == null)
        .filter(one -> one.files().stream().anyMatch(kept -> kept.name().equals(file)))
        .map(version -> text(version, file));
  }

  private String text(ModelVersionView version, String file) {
    return new String(
        registry.file(version.name(), version.version(), file), StandardCharsets.UTF_8);
  }

  /** The rows of a table with a header. */
  static List<CSVRecord> rows(String table) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(table))) {
      return parser.getRecords();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}

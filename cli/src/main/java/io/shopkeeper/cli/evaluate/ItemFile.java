package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the items of a table, so that those without any interaction are known too. */
final class ItemFile {

  private static final Set<String> NAMES = Set.of("item", "itemid", "product", "productid", "id");

  private ItemFile() {}

  static List<String> read(String name) {
    Path path = Path.of(name);
    if (!Files.isRegularFile(path)) {
      throw new CommandFailedException("There is no file " + name + ".");
    }
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(name.replaceAll("\\.gz$", "").endsWith(".tsv") ? '\t' : ',')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (InputStream raw = Files.newInputStream(path);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        CSVParser parser = CSVParser.parse(reader, format)) {
      String column =
          parser.getHeaderNames().stream()
              .filter(
                  heading ->
                      NAMES.contains(heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")))
              .findFirst()
              .orElseThrow(
                  () ->
                      new CommandFailedException(
                          name + ": the header must name a column item or id"));
      List<String> items = new ArrayList<>();
      for (CSVRecord row : parser) {
        items.add(row.get(column).strip());
      }
      return items;
    } catch (IOException | UncheckedIOException | IllegalArgumentException problem) {
      throw new CommandFailedException(
          "Cannot read " + name + ": " + problem.getMessage(), problem);
    }
  }
}

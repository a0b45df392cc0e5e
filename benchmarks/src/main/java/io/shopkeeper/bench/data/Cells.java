package io.shopkeeper.bench.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;

/** A file of cells with commas between them and a header, gzipped or plain; no cell is quoted. */
final class Cells {

  private final List<String> header;
  private final List<String[]> rows;

  private Cells(List<String> header, List<String[]> rows) {
    this.header = header;
    this.rows = rows;
  }

  static Cells read(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return new Cells(
          Arrays.asList(lines.getFirst().split(",", -1)),
          lines.stream()
              .skip(1)
              .filter(line -> !line.isBlank())
              .map(line -> line.split(",", -1))
              .toList());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  int rows() {
    return rows.size();
  }

  String[] column(String name) {
    int place = header.indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException("there is no column %s among %s".formatted(name, header));
    }
    return rows.stream().map(row -> row[place]).toArray(String[]::new);
  }

  float[] numbers(String name) {
    return numbers(column(name), Float::parseFloat);
  }

  static float[] numbers(String[] cells, ToDoubleFunction<String> number) {
    float[] values = new float[cells.length];
    for (int row = 0; row < cells.length; row++) {
      values[row] = (float) number.applyAsDouble(cells[row]);
    }
    return values;
  }

  /** A column of 0 and 1 for each value, in the order of strings. */
  Map<String, float[]> oneHot(String name) {
    String[] cells = column(name);
    var found = new LinkedHashMap<String, float[]>();
    for (String value : new TreeSet<>(Arrays.asList(cells))) {
      found.put(name + "=" + value, numbers(cells, cell -> cell.equals(value) ? 1 : 0));
    }
    return found;
  }

  /** A case of named columns. */
  static TabularCase table(String name, Map<String, float[]> columns, boolean[] positive) {
    return new TabularCase(
        name,
        List.copyOf(columns.keySet()),
        new ArrayList<>(columns.values()).toArray(float[][]::new),
        positive);
  }

  boolean[] yes(String name, String word) {
    String[] cells = column(name);
    boolean[] yes = new boolean[cells.length];
    for (int row = 0; row < yes.length; row++) {
      yes[row] = cells[row].equalsIgnoreCase(word);
    }
    return yes;
  }
}

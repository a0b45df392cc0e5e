package io.shopkeeper.training.protocol;

import io.shopkeeper.training.Trained;
import io.shopkeeper.training.lines.TextFile;
import io.shopkeeper.training.snapshot.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a worker leaves: the artefact and other files, and {@code result.txt} with what was measured
 * and the SHA-256 of each file. The worker says the SHA-256 of that text.
 */
public final class ResultFolder {

  private static final String NAME = "result";
  private static final String TEXT = "result.txt";
  private static final String HEAD = "shopkeeper-result";
  private static final String ARTEFACT = "artefact";

  private ResultFolder() {}

  /**
   * Writes a result into the worker's folder.
   *
   * @return the SHA-256 of its text
   */
  public static String write(Path folder, Trained trained) throws IOException {
    Path result = Folders.create(folder.resolve(NAME));
    List<List<String>> lines = new ArrayList<>();
    lines.add(keep(result, ARTEFACT, ARTEFACT, trained.artefact()));
    int number = 0;
    for (Map.Entry<String, byte[]> file : trained.files().entrySet()) {
      lines.add(keep(result, "file-" + number++, file.getKey(), file.getValue()));
    }
    numbers(lines, "metric", trained.metrics());
    numbers(lines, "error", trained.standardErrors());
    trained
        .curves()
        .forEach(
            (name, values) ->
                lines.add(
                    Stream.concat(
                            Stream.of("curve", name),
                            values.stream().map(value -> value.toString()))
                        .toList()));
    trained.options().forEach((name, value) -> lines.add(List.of("option", name, value)));
    trained.facts().forEach((name, value) -> lines.add(List.of("fact", name, value)));
    TextFile.write(result.resolve(TEXT), HEAD, lines);
    return sha256(Files.readAllBytes(result.resolve(TEXT)));
  }

  /**
   * Reads a result.
   *
   * @param sha256 of its text, as the worker said
   * @throws IOException if it is not whole or not what the worker wrote
   */
  public static Trained read(Path folder, String sha256) throws IOException {
    Path result = folder.resolve(NAME);
    if (!sha256(Files.readAllBytes(result.resolve(TEXT))).equals(sha256)) {
      throw new IOException("the result is not what the worker wrote");
    }
    byte[] artefact = null;
    var files = new LinkedHashMap<String, byte[]>();
    Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
    Map<String, Map<String, Double>> errors = new LinkedHashMap<>();
    var curves = new LinkedHashMap<String, List<Double>>();
    var options = new LinkedHashMap<String, String>();
    var facts = new LinkedHashMap<String, String>();
    for (List<String> line : TextFile.read(result.resolve(TEXT), HEAD)) {
      switch (line.getFirst()) {
        case ARTEFACT -> artefact = content(result, line);
        case "metric" -> number(metrics, line);
        case "error" -> number(errors, line);
        case "curve" ->
            curves.put(
                line.get(1), line.stream().skip(2).map(text -> Double.valueOf(text)).toList());
        case "option" -> options.put(line.get(1), line.get(2));
        case "fact" -> facts.put(line.get(1), line.get(2));
        default -> files.put(line.get(1), content(result, line));
      }
    }
    if (artefact == null) {
      throw new IOException("the result has no artefact");
    }
    return new Trained(artefact, options, metrics, errors, curves, facts, files);
  }

  private static List<String> keep(Path result, String file, String name, byte[] content)
      throws IOException {
    Files.write(result.resolve(file), content);
    return List.of(file, name, sha256(content));
  }

  private static byte[] content(Path result, List<String> line) throws IOException {
    byte[] content = Files.readAllBytes(result.resolve(line.get(0)));
    if (!sha256(content).equals(line.get(2))) {
      throw new IOException("the result's file " + line.get(1) + " is damaged");
    }
    return content;
  }

  private static void numbers(
      List<List<String>> lines, String kind, Map<String, Map<String, Double>> splits) {
    splits.forEach(
        (split, values) ->
            values.forEach(
                (name, value) -> lines.add(List.of(kind, split, name, value.toString()))));
  }

  private static void number(Map<String, Map<String, Double>> splits, List<String> line) {
    splits
        .computeIfAbsent(line.get(1), added -> new LinkedHashMap<>())
        .put(line.get(2), Double.valueOf(line.get(3)));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

package io.shopkeeper.bench.peer;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script in a Python process of its own: it loads its data once, then runs whenever it is asked,
 * so that it and we take turns.
 */
public final class PythonPeer implements Timed {

  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;
  private final List<Path> files;
  private double memory;
  private double quality = Double.NaN;

  private PythonPeer(Process process, List<Path> files) {
    this.process = process;
    this.files = files;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
  }

  /**
   * Starts item-item cosine by scipy.
   *
   * @return empty if there is no Python with scipy
   */
  public static Optional<PythonPeer> similarity(int[] users, int[] items, int block) {
    try {
      return start(
          "similarity.py", List.of(write(users), write(items)), List.of(Integer.toString(block)));
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  /**
   * Starts the multilayer perceptron of scikit-learn.
   *
   * @param values row by row
   * @param labels 0 or 1 of each row
   * @return empty if there is no Python with scikit-learn
   */
  public static Optional<PythonPeer> perceptron(float[] values, float[] labels) {
    return classifier("perceptron", values, labels);
  }

  /**
   * Starts the logistic regression of scikit-learn.
   *
   * @param values row by row
   * @param labels 0 or 1 of each row
   * @return empty if there is no Python with scikit-learn
   */
  public static Optional<PythonPeer> logistic(float[] values, float[] labels) {
    return classifier("logistic", values, labels);
  }

  private static Optional<PythonPeer> classifier(String model, float[] values, float[] labels) {
    try {
      return start("classifier.py", List.of(write(values), write(labels)), List.of(model));
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  private static Optional<PythonPeer> start(String name, List<Path> data, List<String> more)
      throws IOException {
    Path script = Files.createTempFile("peer", ".py");
    try (InputStream in = PythonPeer.class.getResourceAsStream(name)) {
      Files.write(script, in.readAllBytes());
    }
    var files = new ArrayList<>(data);
    files.add(script);
    List<String> command = new ArrayList<>();
    command.add(System.getenv().getOrDefault("PYTHON", "/usr/bin/python3"));
    command.add(script.toString());
    data.forEach(file -> command.add(file.toString()));
    command.addAll(more);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var peer = new PythonPeer(process, files);
    if ("ready".equals(peer.answers.readLine())) {
      return Optional.of(peer);
    }
    peer.close();
    return Optional.empty();
  }

  private static Path write(float[] values) throws IOException {
    int[] bits = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      bits[i] = Float.floatToIntBits(values[i]);
    }
    return write(bits);
  }

  private static Path write(int[] values) throws IOException {
    Path file = Files.createTempFile("values", ".i32");
    try (var out =
        new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int value : values) {
        out.writeInt(value);
      }
    }
    return file;
  }

  @Override
  public double run() {
    try {
      questions.write("run\n");
      questions.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("the Python peer ended");
      }
      String[] cells = answer.split(" ");
      memory = Math.max(memory, Double.parseDouble(cells[1]));
      quality = cells.length > 2 ? Double.parseDouble(cells[2]) : Double.NaN;
      return Double.parseDouble(cells[0]);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public double memory() {
    return memory;
  }

  /** What the script says of its last result, such as its mean loss; NaN where it says nothing. */
  public double quality() {
    return quality;
  }

  @Override
  public void close() {
    process.destroy();
    List<Path> left = new ArrayList<>(files);
    left.forEach(file -> file.toFile().deleteOnExit());
  }
}

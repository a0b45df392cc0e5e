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
      Path script = Files.createTempFile("similarity", ".py");
      try (InputStream in = PythonPeer.class.getResourceAsStream("similarity.py")) {
        Files.write(script, in.readAllBytes());
      }
      Path one = write(users);
      Path two = write(items);
      String python = System.getenv().getOrDefault("PYTHON", "/usr/bin/python3");
      Process process =
          new ProcessBuilder(
                  python,
                  script.toString(),
                  one.toString(),
                  two.toString(),
                  Integer.toString(block))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var peer = new PythonPeer(process, List.of(script, one, two));
      if ("ready".equals(peer.answers.readLine())) {
        return Optional.of(peer);
      }
      peer.close();
      return Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    }
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
      return Double.parseDouble(cells[0]);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public double memory() {
    return memory;
  }

  @Override
  public void close() {
    process.destroy();
    List<Path> left = new ArrayList<>(files);
    left.forEach(file -> file.toFile().deleteOnExit());
  }
}

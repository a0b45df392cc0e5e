package io.shopkeeper.training.protocol;

import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.lines.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a worker is to do.
 *
 * @param trainer the name of the class
 * @param snapshot the folder of what it learns from
 * @param threads that may compute, at least 1
 * @param backend of the kernels, one of {@code KernelBackends.CHOICES}
 * @param parent the process that started it
 */
public record TrainingOrder(
    String trainer, TrainingTask task, Path snapshot, int threads, String backend, long parent) {

  /** Its name in the worker's folder. */
  public static final String FILE = "order.txt";

  private static final String HEAD = "shopkeeper-training";

  /** Writes it into the worker's folder. */
  public void write(Path folder) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("trainer", trainer));
    lines.add(List.of("algorithm", task.algorithm()));
    lines.add(List.of("seed", Long.toString(task.seed())));
    lines.add(List.of("snapshot", snapshot.toString()));
    lines.add(List.of("threads", Integer.toString(threads)));
    lines.add(List.of("backend", backend));
    lines.add(List.of("parent", Long.toString(parent)));
    task.options().forEach((name, value) -> lines.add(List.of("option", name, value)));
    task.parameters().forEach((name, value) -> lines.add(List.of("parameter", name, value)));
    TextFile.write(folder.resolve(FILE), HEAD, lines);
  }

  /**
   * Reads it.
   *
   * @throws IOException if it is not there, not whole, or of another version
   */
  public static TrainingOrder read(Path folder) throws IOException {
    var one = new LinkedHashMap<String, String>();
    Map<String, Map<String, String>> many =
        Map.of("option", new LinkedHashMap<>(), "parameter", new LinkedHashMap<>());
    for (List<String> line : TextFile.read(folder.resolve(FILE), HEAD)) {
      if (line.size() == 3 && many.containsKey(line.getFirst())) {
        many.get(line.getFirst()).put(line.get(1), line.get(2));
      } else if (line.size() == 2) {
        one.put(line.get(0), line.get(1));
      }
    }
    try {
      return new TrainingOrder(
          need(one, "trainer"),
          new TrainingTask(
              need(one, "algorithm"),
              many.get("option"),
              Long.parseLong(need(one, "seed")),
              many.get("parameter")),
          Path.of(need(one, "snapshot")),
          Integer.parseInt(need(one, "threads")),
          need(one, "backend"),
          Long.parseLong(need(one, "parent")));
    } catch (NumberFormatException damaged) {
      throw new IOException("the order is damaged: " + damaged.getMessage(), damaged);
    }
  }

  private static String need(Map<String, String> values, String name) throws IOException {
    String value = values.get(name);
    if (value == null) {
      throw new IOException("the order does not say its " + name);
    }
    return value;
  }
}

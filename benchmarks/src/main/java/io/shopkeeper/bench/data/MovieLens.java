package io.shopkeeper.bench.data;

import io.shopkeeper.ml.rating.Ratings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** MovieLens 100K's u.data: user, item, rating and time, divided by tabs. */
public final class MovieLens {

  private MovieLens() {}

  /** Each rating as one interaction. */
  public static Interactions interactions(Path file) {
    long[] pairs =
        lines(file).stream()
            .mapToLong(
                cells -> (Long.parseLong(cells[0]) - 1) << 32 | (Integer.parseInt(cells[1]) - 1))
            .sorted()
            .toArray();
    return new Interactions(
        "ml100k",
        Arrays.stream(pairs).mapToInt(pair -> (int) (pair >> 32)).toArray(),
        Arrays.stream(pairs).mapToInt(pair -> (int) pair).toArray());
  }

  /** The ratings, in the order of the file. */
  public static Ratings ratings(Path file) {
    List<String[]> lines = lines(file);
    int[] users = lines.stream().mapToInt(cells -> Integer.parseInt(cells[0]) - 1).toArray();
    int[] items = lines.stream().mapToInt(cells -> Integer.parseInt(cells[1]) - 1).toArray();
    float[] values = new float[users.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(lines.get(i)[2]);
    }
    return new Ratings(
        Arrays.stream(users).max().orElse(-1) + 1,
        Arrays.stream(items).max().orElse(-1) + 1,
        users,
        items,
        values);
  }

  private static List<String[]> lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.map(line -> line.split("\t")).toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}

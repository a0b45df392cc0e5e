package io.shopkeeper.ml.embedding;

import io.shopkeeper.ml.data.InteractionMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Pairs of an item that a user has and one that they do not have: what pairwise learning is
 * measured by. Immutable.
 *
 * @param user of each pair
 * @param had the item that the user has
 * @param other an item that the user does not have
 */
public record Pairs(int[] user, int[] had, int[] other) {

  private static final int TRIES = 20;
  private static final int LEAST = 5;

  /**
   * The matrix without some cells, and these cells as pairs.
   *
   * @param learnt what is learnt from
   * @param held what it is measured by
   */
  public record Holdout(InteractionMatrix learnt, Pairs held) {}

  /** How many. */
  public int size() {
    return user.length;
  }

  /**
   * Holds cells out of the rows that have at least {@value #LEAST}.
   *
   * @param share the part of them, 0 for none
   */
  public static Holdout hold(InteractionMatrix matrix, double share, SplittableRandom random) {
    InteractionMatrix.Builder learnt =
        InteractionMatrix.builder().atLeast(matrix.users(), matrix.items());
    int[][] held = new int[3][matrix.nonZeros()];
    int size = 0;
    for (int user = 0; user < matrix.users(); user++) {
      boolean rich = matrix.rowEnd(user) - matrix.rowStart(user) >= LEAST;
      for (int cell = matrix.rowStart(user); cell < matrix.rowEnd(user); cell++) {
        if (rich && share > 0 && random.nextDouble() < share) {
          held[0][size] = user;
          held[1][size] = matrix.column(cell);
          held[2][size++] = other(matrix, user, random);
        } else {
          learnt.add(user, matrix.column(cell), matrix.value(cell));
        }
      }
    }
    return new Holdout(
        learnt.build(),
        new Pairs(
            Arrays.copyOf(held[0], size),
            Arrays.copyOf(held[1], size),
            Arrays.copyOf(held[2], size)));
  }

  /** An item that a user does not have; after some tries any item. */
  public static int other(InteractionMatrix matrix, int user, SplittableRandom random) {
    int item = random.nextInt(matrix.items());
    for (int tried = 0; tried < TRIES && has(matrix, user, item); tried++) {
      item = random.nextInt(matrix.items());
    }
    return item;
  }

  static boolean has(InteractionMatrix matrix, int user, int item) {
    int low = matrix.rowStart(user);
    int high = matrix.rowEnd(user) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = matrix.column(middle);
      if (found == item) {
        return true;
      } else if (found < item) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }
}

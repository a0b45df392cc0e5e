package io.shopkeeper.prediction.boundary.behaviour;

import java.math.BigDecimal;
import java.util.List;

/**
 * Customers with a purchase in the period, by how lately, how often and for how much they bought.
 * Each is scored from 1 to 5 by fifths of the customers: {@code 1 + floor(5 × w / n)}, where {@code
 * w} of {@code n} are worse; who is equal is scored equally.
 *
 * @param customers how many
 * @param cells 25, by recency, then frequency
 * @param money customers of each score of money, from 1 to 5
 */
public record RfmView(long customers, List<Cell> cells, List<Long> money) {

  /** What customers of some scores are to the shop. */
  public enum Group {
    CHAMPIONS,
    LOYAL,
    PROMISING,
    NEW,
    FADING,
    AT_RISK,
    SLEEPING,
    LOST;

    /**
     * Of scores.
     *
     * @param recency 1 to 5
     * @param frequency 1 to 5
     */
    public static Group of(int recency, int frequency) {
      if (recency >= 4) {
        return frequency >= 4 ? CHAMPIONS : frequency >= 2 ? PROMISING : NEW;
      }
      if (recency == 3) {
        return frequency >= 3 ? LOYAL : FADING;
      }
      return frequency >= 4 ? AT_RISK : frequency >= 2 ? SLEEPING : LOST;
    }
  }

  /**
   * Customers of the same scores.
   *
   * @param recency 1 to 5; 5 for those who bought last
   * @param frequency 1 to 5; 5 for those who bought most often
   * @param orders of all of them
   * @param amount of all of them
   */
  public record Cell(int recency, int frequency, long customers, long orders, BigDecimal amount) {

    /** What they are to the shop. */
    public Group group() {
      return Group.of(recency, frequency);
    }
  }

  public RfmView {
    cells = List.copyOf(cells);
    money = List.copyOf(money);
  }
}

package io.shopkeeper.recommendation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Collectors;

/** How a list that was partly dealt by chance came about, so that it can be weighed afterwards. */
@Embeddable
public class Dealing {

  private static final int LONGEST_ID = 128;
  private static final int LONGEST_CATEGORY = 400;

  private String propensities;
  private String spare;

  @Column(name = "asked_session")
  private String session;

  @Column(name = "asked_product")
  private String product;

  @Column(name = "asked_category")
  private String category;

  protected Dealing() {}

  /**
   * Of one answer.
   *
   * @param propensities of each place, that what was shown was shown there: above 0, at most 1
   * @param spare products that might have been shown there and were not
   * @param session in which was asked; null if unknown
   * @param product whose page was looked at; null elsewhere
   * @param category within which was asked; null for all
   */
  public static Dealing of(
      List<Double> propensities,
      List<String> spare,
      String session,
      String product,
      String category) {
    var dealing = new Dealing();
    dealing.propensities =
        propensities.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    dealing.spare = String.join("\n", spare);
    dealing.session = fitting(session, LONGEST_ID);
    dealing.product = fitting(product, LONGEST_ID);
    dealing.category = fitting(category, LONGEST_CATEGORY);
    return dealing;
  }

  /** What is longer than any that the shop has is none of them. */
  private static String fitting(String text, int longest) {
    return text == null || text.length() > longest ? null : text;
  }

  /** Of each place, a line each, as they are written. */
  public String propensityLines() {
    return propensities;
  }

  /** Products that might have been shown, a line each, as they are written. */
  public String spareLines() {
    return spare;
  }

  /** Of each place. */
  public List<Double> propensities() {
    return propensities == null ? List.of() : propensities.lines().map(Double::valueOf).toList();
  }

  /** Products that might have been shown. */
  public List<String> spare() {
    return spare == null ? List.of() : spare.lines().toList();
  }

  /** Null if unknown. */
  public String session() {
    return session;
  }

  /** Null where no product was looked at. */
  public String product() {
    return product;
  }

  /** Null for all. */
  public String category() {
    return category;
  }
}

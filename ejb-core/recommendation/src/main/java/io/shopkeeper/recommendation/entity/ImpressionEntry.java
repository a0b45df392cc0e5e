package io.shopkeeper.recommendation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.Optional;

/** What was shown to a visitor once. */
@Entity
@Table(name = "impression")
public class ImpressionEntry {

  /** Given by whoever writes it. */
  @Id private Long id;

  private String experiment;
  private String arm;

  @Column(name = "unit_key")
  private String unit;

  private String placement;

  @Column(name = "recipe_version")
  private int recipeVersion;

  private double propensity;
  private String products;

  @Column(name = "at_time")
  private long at;

  @Embedded private Dealing dealing;

  /** Written beside it, in a table of its own. */
  @Transient private byte[] features;

  protected ImpressionEntry() {}

  /**
   * Of one answer.
   *
   * @param experiment null for none
   * @param arm null for none
   * @param unit {@code v:VISITOR} or {@code c:CUSTOMER}
   * @param products their ids, a line each
   * @param at milliseconds since 1970
   * @param dealing null where nothing was left to chance
   */
  public ImpressionEntry(
      String experiment,
      String arm,
      String unit,
      String placement,
      int recipeVersion,
      double propensity,
      String products,
      long at,
      Dealing dealing) {
    this.experiment = experiment;
    this.arm = arm;
    this.unit = unit;
    this.placement = placement;
    this.recipeVersion = recipeVersion;
    this.propensity = propensity;
    this.products = products;
    this.at = at;
    this.dealing = dealing;
  }

  /** How it was dealt; empty where nothing was left to chance. */
  public Optional<Dealing> dealing() {
    return Optional.ofNullable(dealing).filter(known -> !known.propensities().isEmpty());
  }

  /** Greater for what was written later. */
  public long id() {
    return id;
  }

  /** Null for none. */
  public String experiment() {
    return experiment;
  }

  /** Where it was shown. */
  public String placement() {
    return placement;
  }

  /** Of the placement's recipe. */
  public int recipeVersion() {
    return recipeVersion;
  }

  /** How likely the unit got this recipe. */
  public double propensity() {
    return propensity;
  }

  /** Null for none. */
  public String arm() {
    return arm;
  }

  /** {@code v:VISITOR} or {@code c:CUSTOMER}. */
  public String unit() {
    return unit;
  }

  /** The products' ids, a line each. */
  public String products() {
    return products;
  }

  /** Milliseconds since 1970. */
  public long at() {
    return at;
  }

  /** Takes along what ranking knew of its products, until it is written; null for nothing. */
  public ImpressionEntry with(byte[] packed) {
    features = packed;
    return this;
  }

  /** What it takes along; null for nothing, and once it was read again. */
  public byte[] features() {
    return features;
  }
}

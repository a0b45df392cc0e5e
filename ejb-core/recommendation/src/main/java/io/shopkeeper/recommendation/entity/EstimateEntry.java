package io.shopkeeper.recommendation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** What a recipe would have brought, as it was worked out once. */
@Entity
@Table(name = "recipe_estimate")
public class EstimateEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recipe_estimate")
  @SequenceGenerator(
      name = "recipe_estimate",
      sequenceName = "recipe_estimate_seq",
      allocationSize = 50)
  private Long id;

  private String placement;
  private int version;
  private String metric;

  @Column(name = "at_time")
  private long at;

  @Column(name = "by_whom")
  private String by;

  private String figures;

  protected EstimateEntry() {}

  /**
   * Of one version.
   *
   * @param at milliseconds since 1970
   * @param figures as JSON
   */
  public EstimateEntry(
      String placement, int version, String metric, long at, String by, String figures) {
    this.placement = placement;
    this.version = version;
    this.metric = metric;
    this.at = at;
    this.by = by;
    this.figures = figures;
  }

  /** Of the recipe. */
  public String placement() {
    return placement;
  }

  /** Of the placement's recipe. */
  public int version() {
    return version;
  }

  /** The act that counts. */
  public String metric() {
    return metric;
  }

  /** As JSON. */
  public String figures() {
    return figures;
  }
}

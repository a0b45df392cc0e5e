package io.shopkeeper.recommendation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A recipe of a placement as it was saved once. It never changes. */
@Entity
@Table(name = "placement_recipe")
public class RecipeEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "placement_recipe")
  @SequenceGenerator(
      name = "placement_recipe",
      sequenceName = "placement_recipe_seq",
      allocationSize = 50)
  private Long id;

  private String placement;

  @Column(name = "version_no")
  private int version;

  private String recipe;
  private String note;

  @Column(name = "saved_by")
  private String savedBy;

  @Column(name = "saved_at")
  private long savedAt;

  protected RecipeEntry() {}

  public RecipeEntry(
      String placement, int version, String recipe, String note, String by, Instant now) {
    this.placement = placement;
    this.version = version;
    this.recipe = recipe;
    this.note = note;
    this.savedBy = by;
    this.savedAt = now.toEpochMilli();
  }

  /** Of which placement. */
  public String placement() {
    return placement;
  }

  /** From 1. */
  public int version() {
    return version;
  }

  /** As JSON. */
  public String recipe() {
    return recipe;
  }

  public String note() {
    return note;
  }

  public String savedBy() {
    return savedBy;
  }

  public Instant savedAt() {
    return Instant.ofEpochMilli(savedAt);
  }
}

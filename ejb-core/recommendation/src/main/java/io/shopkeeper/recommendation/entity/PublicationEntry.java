package io.shopkeeper.recommendation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * That a version went live. Each knows the number of the publication that an undo goes back to, so
 * that an undo of an undo goes further back, not to and fro.
 */
@Entity
@Table(name = "placement_publication")
public class PublicationEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "placement_publication")
  @SequenceGenerator(
      name = "placement_publication",
      sequenceName = "placement_publication_seq",
      allocationSize = 50)
  private Long id;

  private String placement;

  @Column(name = "number_no")
  private int number;

  @Column(name = "version_no")
  private int version;

  @Column(name = "before_no")
  private int before;

  private String note;

  @Column(name = "published_by")
  private String publishedBy;

  @Column(name = "published_at")
  private long publishedAt;

  protected PublicationEntry() {}

  /**
   * Of one version.
   *
   * @param number counts from 1 for each placement
   * @param before what an undo goes back to; 0 for the beginning, when version 0 was live
   */
  public PublicationEntry(
      String placement, int number, int version, int before, String note, String by, Instant now) {
    this.placement = placement;
    this.number = number;
    this.version = version;
    this.before = before;
    this.note = note;
    this.publishedBy = by;
    this.publishedAt = now.toEpochMilli();
  }

  public String placement() {
    return placement;
  }

  /** From 1. */
  public int number() {
    return number;
  }

  public int version() {
    return version;
  }

  /** The number of the publication that an undo goes back to; 0 for the beginning. */
  public int before() {
    return before;
  }

  public String note() {
    return note;
  }

  public String publishedBy() {
    return publishedBy;
  }

  public Instant publishedAt() {
    return Instant.ofEpochMilli(publishedAt);
  }
}

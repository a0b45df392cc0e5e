package io.shopkeeper.prediction.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A table that models learn from. */
@Entity
@Table(name = "data_set")
public class DataSet {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "data_set")
  @SequenceGenerator(name = "data_set", sequenceName = "data_set_seq", allocationSize = 50)
  private Long id;

  private String name;
  private String roles;

  @Column(name = "columns_json")
  private String columns;

  @Column(name = "row_count")
  private long rows;

  @Column(name = "size_bytes")
  private long bytes;

  private String sha256;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "created_by")
  private String createdBy;

  private String origin;

  @Version private long edition;

  protected DataSet() {}

  public DataSet(
      String name,
      String roles,
      String columns,
      long rows,
      long bytes,
      String sha256,
      Instant now,
      String by,
      String origin) {
    this.name = name;
    this.roles = roles;
    this.columns = columns;
    this.rows = rows;
    this.bytes = bytes;
    this.sha256 = sha256;
    this.createdAt = now.toEpochMilli();
    this.createdBy = by;
    this.origin = origin;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** What the columns are for, as JSON. */
  public String roles() {
    return roles;
  }

  /** What the columns look like, as JSON. */
  public String columns() {
    return columns;
  }

  public long rows() {
    return rows;
  }

  /** Of the file as it came. */
  public long bytes() {
    return bytes;
  }

  public String sha256() {
    return sha256;
  }

  public Instant createdAt() {
    return Instant.ofEpochMilli(createdAt);
  }

  public String createdBy() {
    return createdBy;
  }

  /** What of the shop it was made of, as JSON; null for a file that came from outside. */
  public String origin() {
    return origin;
  }

  public long edition() {
    return edition;
  }

  /** Its columns are for something else from now on. */
  public void assign(String json) {
    roles = json;
  }
}

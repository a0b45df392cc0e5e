package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.clean.JsonColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/** Which fields an import brought, and how many of its rows had a value in each. */
@Entity
@Table(name = "import_shape")
public class ImportShape {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_shape")
  @SequenceGenerator(name = "import_shape", sequenceName = "import_shape_seq", allocationSize = 50)
  private Long id;

  @Enumerated(EnumType.STRING)
  private ImportKind kind;

  @Column(name = "at_time")
  private long at;

  @Column(name = "row_count")
  private long rows;

  private String fields;

  protected ImportShape() {}

  public ImportShape(ImportKind kind, long rows, Map<String, Long> filled, Instant now) {
    this.kind = kind;
    this.rows = rows;
    this.fields = JsonColumn.write(filled);
    this.at = now.toEpochMilli();
  }

  public Long id() {
    return id;
  }

  public ImportKind kind() {
    return kind;
  }

  public Instant at() {
    return Instant.ofEpochMilli(at);
  }

  public long rows() {
    return rows;
  }

  /** Rows with a value, by field. */
  public Map<String, Long> filled() {
    return JsonColumn.readCounts(fields);
  }
}

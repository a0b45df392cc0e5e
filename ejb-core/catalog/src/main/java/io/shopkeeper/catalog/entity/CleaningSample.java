package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.clean.JsonColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;

/** A row as an import brought it, kept to show what a pipeline does. */
@Entity
@Table(name = "cleaning_sample")
public class CleaningSample {

  @Id private String id;

  // Queries look for these.
  @SuppressWarnings("UnusedVariable")
  @Enumerated(EnumType.STRING)
  private ImportKind kind;

  @SuppressWarnings("UnusedVariable")
  private int place;

  private String fields;

  protected CleaningSample() {}

  public CleaningSample(ImportKind kind, int place, Map<String, String> fields) {
    this.id = kind + ":" + place;
    this.kind = kind;
    this.place = place;
    this.fields = JsonColumn.write(fields);
  }

  public ImportKind kind() {
    return kind;
  }

  /** Its place among those kept, from 0. */
  public int place() {
    return place;
  }

  public Map<String, String> fields() {
    return JsonColumn.readTexts(fields);
  }
}

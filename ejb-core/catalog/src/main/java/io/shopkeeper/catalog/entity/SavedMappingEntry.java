package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.ImportMapping;
import io.shopkeeper.catalog.boundary.SavedMapping;
import io.shopkeeper.catalog.ingest.mapping.MappingJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** One version of a mapping; never changed, the next one is kept beside it. */
@Entity
@Table(name = "saved_mapping")
@IdClass(SavedMappingEntry.Key.class)
public class SavedMappingEntry {

  @Id private String name;
  @Id private int version;
  private String body;

  @Column(name = "saved_by")
  private String savedBy;

  @Column(name = "saved_at")
  private long savedAt;

  protected SavedMappingEntry() {}

  public SavedMappingEntry(ImportMapping mapping, int version, String by, Instant now) {
    this.name = mapping.name();
    this.version = version;
    this.body = MappingJson.write(mapping);
    this.savedBy = by;
    this.savedAt = now.toEpochMilli();
  }

  public int version() {
    return version;
  }

  public SavedMapping view() {
    return new SavedMapping(
        MappingJson.read(body), version, false, savedBy, Instant.ofEpochMilli(savedAt));
  }

  /** Name and version. */
  public static class Key {

    private String name;
    private int version;

    protected Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && version == key.version && Objects.equals(name, key.name);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, version);
    }
  }
}

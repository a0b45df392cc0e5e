package io.shopkeeper.catalog.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Instant;

/** A file that waits to be imported. */
@Entity
@Table(name = "import_draft")
public class ImportDraft {

  @Id private String id;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "file_path")
  private String filePath;

  @Column(name = "file_size")
  private long size;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private long createdAt;

  protected ImportDraft() {}

  public ImportDraft(String id, String fileName, Path file, long size, String by, Instant now) {
    this.id = id;
    this.fileName = fileName;
    this.filePath = file.toString();
    this.size = size;
    this.createdBy = by;
    this.createdAt = now.toEpochMilli();
  }

  public String id() {
    return id;
  }

  public String fileName() {
    return fileName;
  }

  public Path file() {
    return Path.of(filePath);
  }

  public long size() {
    return size;
  }

  public String createdBy() {
    return createdBy;
  }
}

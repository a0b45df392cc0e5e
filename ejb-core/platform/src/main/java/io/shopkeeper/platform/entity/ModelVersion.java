package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Stage;
import io.shopkeeper.platform.json.JsonText;
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

/** A trained model with all that is known of it. Only the stage changes. */
@Entity
@Table(name = "model_version")
public class ModelVersion {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "model_version")
  @SequenceGenerator(
      name = "model_version",
      sequenceName = "model_version_seq",
      allocationSize = 50)
  private Long id;

  private String name;
  private int version;
  private String algorithm;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  @Column(name = "format_version")
  private int formatVersion;

  @Column(name = "size_bytes")
  private long sizeBytes;

  private String sha256;

  @Column(name = "hyper_parameters")
  private String hyperParameters;

  private long seed;
  private String metrics;
  private String provenance;
  private String curves;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "promoted_at")
  private Long promotedAt;

  protected ModelVersion() {}

  public ModelVersion(
      ModelCandidate candidate, int version, String sha256, String by, Instant now) {
    this.name = candidate.name();
    this.version = version;
    this.algorithm = candidate.algorithm();
    this.stage = Stage.CANDIDATE;
    this.formatVersion = candidate.formatVersion();
    this.sizeBytes = candidate.artefact().length;
    this.sha256 = sha256;
    this.hyperParameters = JsonText.write(candidate.hyperParameters());
    this.seed = candidate.seed();
    this.metrics = JsonText.write(candidate.metrics());
    this.provenance = JsonText.write(candidate.provenance());
    this.curves = JsonText.write(candidate.curves());
    this.createdAt = now.toEpochMilli();
    this.createdBy = by;
  }

  public Long id() {
    return id;
  }

  public int version() {
    return version;
  }

  public Stage stage() {
    return stage;
  }

  public String sha256() {
    return sha256;
  }

  /** Moves it on. */
  public void moveTo(Stage next, Instant now) {
    stage = next;
    if (next == Stage.LIVE) {
      promotedAt = now.toEpochMilli();
    }
  }

  public ModelVersionView view() {
    return new ModelVersionView(
        name,
        version,
        algorithm,
        stage,
        formatVersion,
        sizeBytes,
        sha256,
        JsonText.readTexts(hyperParameters),
        seed,
        JsonText.readMetrics(metrics),
        JsonText.readTexts(provenance),
        JsonText.readCurves(curves),
        Instant.ofEpochMilli(createdAt),
        createdBy,
        promotedAt == null ? null : Instant.ofEpochMilli(promotedAt));
  }
}

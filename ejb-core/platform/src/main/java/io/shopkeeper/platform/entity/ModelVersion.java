package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.GateReport;
import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.ModelFile;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Stage;
import io.shopkeeper.platform.json.JsonText;
import io.shopkeeper.platform.json.RegistryText;
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
import java.util.ArrayList;
import java.util.List;

/** A trained model with all that is known of it. Only stage, tags and notes change. */
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

  @Column(name = "standard_errors")
  private String standardErrors;

  @Column(name = "data_snapshot")
  private String data;

  private String files;
  private String tags;
  private String notes;

  @Column(name = "job_id")
  private Long jobId;

  private String origin;

  @Column(name = "live_until")
  private Long liveUntil;

  @Column(name = "files_removed_at")
  private Long filesRemovedAt;

  private String gate;

  protected ModelVersion() {}

  /** One that this shop made. */
  public ModelVersion(
      ModelCandidate candidate, int version, String sha256, String by, Instant now) {
    this(candidate, version, sha256, List.of(), "", by, now);
  }

  /**
   * One that this shop made or took over.
   *
   * @param others the files beside the model itself
   * @param origin fingerprint of the shop that it comes from; empty for this one
   */
  public ModelVersion(
      ModelCandidate candidate,
      int version,
      String sha256,
      List<ModelFile> others,
      String origin,
      String by,
      Instant now) {
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
    this.standardErrors = JsonText.write(candidate.standardErrors());
    this.data = RegistryText.write(candidate.data());
    var all = new ArrayList<ModelFile>();
    all.add(new ModelFile(ModelFile.MODEL, sizeBytes, sha256));
    all.addAll(others);
    this.files = RegistryText.write(all);
    this.tags = "[]";
    this.notes = "";
    this.jobId = candidate.jobId();
    this.origin = origin;
    this.gate = "";
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

  public List<ModelFile> files() {
    List<ModelFile> kept = RegistryText.readFiles(files);
    return kept.isEmpty() ? List.of(new ModelFile(ModelFile.MODEL, sizeBytes, sha256)) : kept;
  }

  /** Whether its files are there. */
  public boolean whole() {
    return filesRemovedAt == null;
  }

  /** Its files were thrown away; all that is known of it stays. */
  public void emptied(Instant now) {
    filesRemovedAt = now.toEpochMilli();
  }

  public void tag(List<String> words) {
    tags = RegistryText.write(words);
  }

  /** What the quality gate found of it. */
  public void judged(GateReport report) {
    gate = RegistryText.write(report);
  }

  public void note(String text) {
    notes = text;
  }

  /** Moves it on. */
  public void moveTo(Stage next, Instant now) {
    if (stage == Stage.LIVE) {
      liveUntil = now.toEpochMilli();
    }
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
        time(promotedAt),
        JsonText.readMetrics(standardErrors),
        RegistryText.readSnapshot(data),
        files(),
        RegistryText.readWords(tags),
        notes,
        jobId,
        origin,
        time(liveUntil),
        time(filesRemovedAt),
        RegistryText.readGate(gate));
  }

  private static Instant time(Long milliseconds) {
    return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds);
  }
}

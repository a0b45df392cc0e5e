package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.DraftPreview;
import io.shopkeeper.catalog.boundary.ImportDrafts;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportMapping;
import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.catalog.boundary.Mappings;
import io.shopkeeper.catalog.boundary.SavedMapping;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A file that waits to be imported: what its columns mean, then a check or the import. */
@Named("importFile")
@RequestScoped
public class ImportFilePage {

  @Inject private ImportDrafts drafts;
  @Inject private Mappings mappings;
  @Inject private MappingForm form;
  @Inject private AuditTrail audit;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private String id;
  private DraftPreview file;
  private Optional<SavedMapping> saved = Optional.empty();

  @PostConstruct
  void begin() {
    id = asked.text("id").orElse("");
    if (drafts.exists(id)) {
      ImportKind kind = asked.text("kind").flatMap(ImportKind::of).orElse(null);
      file = drafts.preview(id, kind);
      saved = asked.text("mapping").flatMap(mappings::find);
    }
  }

  /** Says so where there is no such file. */
  public void load() throws IOException {
    if (file == null) {
      NotFound.answer();
    }
  }

  /** Checks every row and stores nothing. */
  public String check() {
    return start(true);
  }

  /** Imports the file. */
  public String run() {
    return start(false);
  }

  private String start(boolean dryRun) {
    me.require(Right.IMPORT_DATA);
    try {
      ImportReport report = drafts.start(id, mapping("by-hand"), dryRun, me.getName());
      audit.record(me.getName(), "import", file.fileName(), dryRun ? "dry run" : "");
      return "/import?id=%d%s&faces-redirect=true"
          .formatted(report.id(), dryRun ? "&draft=" + id : "");
    } catch (InvalidInputException invalid) {
      say.badText(invalid.getMessage());
      return null;
    }
  }

  /** Keeps what the columns mean under a name. */
  public void save() {
    me.require(Right.IMPORT_DATA);
    try {
      SavedMapping kept = mappings.save(mapping(asked.act("name").orElse("")), me.getName());
      say.ok("mapping.saved", kept.mapping().name(), kept.version());
    } catch (InvalidInputException invalid) {
      say.badText(invalid.getMessage());
    }
  }

  private ImportMapping mapping(String name) {
    return saved.map(SavedMapping::mapping).orElseGet(() -> form.mapping(file, name));
  }

  public DraftPreview getFile() {
    return file;
  }

  /** The mapping that was chosen instead of saying it column by column; null for none. */
  public SavedMapping getSaved() {
    return saved.orElse(null);
  }

  /** Mappings whose columns the file has. */
  public List<SavedMapping> getFitting() {
    return mappings.all().stream()
        .filter(mapping -> file.mappings().contains(mapping.mapping().name()))
        .toList();
  }

  /** Targets of the chosen mapping. */
  public List<MappingTarget> getTargets() {
    return saved.map(found -> found.mapping().targets()).orElse(List.of());
  }

  public List<MappingForm.Column> getColumns() {
    return form.columns(file);
  }

  public List<String> getFields() {
    return mappings.fields(file.kind());
  }

  public List<String> getUnmapped() {
    return form.unmapped(file);
  }

  public List<String> getMissing() {
    return form.missing(file);
  }

  public String constant(String field) {
    return form.constant(field);
  }

  public List<String> getSteps() {
    return MappingForm.STEPS;
  }

  public ImportKind[] getKinds() {
    return ImportKind.values();
  }

  public String getId() {
    return id;
  }

  /** How sure a guess is, as a class of its badge. */
  public String tone(double confidence) {
    return confidence >= 0.9 ? "ok" : confidence >= 0.7 ? "info" : "warn";
  }
}

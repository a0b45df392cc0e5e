package io.shopkeeper.catalog.boundary.cleaning;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.clean.PipelineStore;
import io.shopkeeper.catalog.clean.SampleRows;
import io.shopkeeper.catalog.clean.ShopFacts;
import io.shopkeeper.catalog.clean.step.Pipeline;
import io.shopkeeper.catalog.clean.step.StandardPipelines;
import io.shopkeeper.catalog.clean.step.Steps;
import io.shopkeeper.catalog.entity.ImportShape;
import io.shopkeeper.catalog.entity.PipelineVersion;
import io.shopkeeper.catalog.ingest.mapping.Fields;
import io.shopkeeper.catalog.monitor.MonitorStore;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The cleaning pipelines of the shop's data. */
@Stateless
public class Cleaning {

  private static final int LONGEST_NOTE = 500;
  private static final int MOST_ROWS = 200;
  private static final int VERSIONS = 20;

  @Inject private PipelineStore store;
  @Inject private MonitorStore monitors;
  @Inject private ShopFacts shop;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The pipeline that cleans a kind now. */
  public PipelineView pipeline(ImportKind kind) {
    return store.newest(kind).map(PipelineVersion::view).orElseGet(() -> standard(kind));
  }

  /** What the product brings along. */
  public PipelineView standard(ImportKind kind) {
    return new PipelineView(kind, 0, StandardPipelines.of(kind), null, null, "");
  }

  /** The last versions, newest first; the standard is not among them. */
  public List<PipelineView> versions(ImportKind kind) {
    return store.versions(kind, VERSIONS).stream().map(PipelineVersion::view).toList();
  }

  /**
   * One version; 0 is the standard.
   *
   * @throws NotFoundException if there is none
   */
  public PipelineView version(ImportKind kind, int version) {
    return version == 0
        ? standard(kind)
        : store
            .find(kind, version)
            .map(PipelineVersion::view)
            .orElseThrow(
                () -> new NotFoundException("pipeline version", kind.name() + " v" + version));
  }

  /**
   * Saves a new version, which cleans from the next import on.
   *
   * @param note why, at most 500 characters; may be empty
   * @throws InvalidInputException with every fault, as {@code /steps/2/options/low}
   */
  public PipelineView save(ImportKind kind, List<StepData> steps, String by, String note) {
    String why = note == null ? "" : note.strip();
    if (why.length() > LONGEST_NOTE) {
      throw InvalidInputException.of("/note", "has more than 500 characters");
    }
    Steps.check(kind, steps);
    int before = store.newest(kind).map(PipelineVersion::version).orElse(0);
    var version = new PipelineVersion(kind, before + 1, steps, why, by, clock.instant());
    store.add(version);
    audit.record(by, "cleaning.save", "%s v%d".formatted(kind, before + 1), why);
    return version.view();
  }

  /**
   * What a pipeline would do. The rows count as the whole file beside what the shop has.
   *
   * @throws InvalidInputException if a step's options will not do
   */
  public List<PreviewRow> preview(
      ImportKind kind, List<StepData> steps, List<Map<String, String>> rows) {
    if (rows.size() > MOST_ROWS) {
      throw InvalidInputException.of("/rows", "must be %d at most".formatted(MOST_ROWS));
    }
    Steps.check(kind, steps);
    Pipeline pipeline = Pipeline.of(kind, steps, shop);
    rows.forEach(pipeline::observe);
    return rows.stream().map(pipeline::preview).toList();
  }

  /** Rows to preview with: of the last import, or examples where there was none. */
  public List<Map<String, String>> samples(ImportKind kind) {
    List<Map<String, String>> rows = store.samples(kind);
    return rows.isEmpty() ? SampleRows.of(kind) : new ArrayList<>(rows);
  }

  /** Keeps rows of an import for previews. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void keepSamples(ImportKind kind, List<Map<String, String>> rows) {
    store.replaceSamples(kind, rows);
  }

  /**
   * Keeps the shape of an import for the monitors.
   *
   * @param count how many rows it has
   * @param filled rows with a value, by field
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void keepShape(ImportKind kind, long count, Map<String, Long> filled) {
    monitors.add(new ImportShape(kind, count, filled, clock.instant()));
  }

  /** The fields that steps can be told of. */
  public List<String> fields(ImportKind kind) {
    return Fields.names(kind);
  }

  /** Where the shop is: times without a zone are read there. */
  public String shopZone() {
    return shop.zone().getId();
  }

  /** The shop's currency. */
  public String shopCurrency() {
    return shop.currency();
  }

  /**
   * Says where the shop is and what its currency is.
   *
   * @throws InvalidInputException if there is no such zone or currency
   */
  public void saveShop(String zone, String currency, String by) {
    shop.save(zone.strip(), currency.strip().toUpperCase(Locale.ROOT), by);
  }
}

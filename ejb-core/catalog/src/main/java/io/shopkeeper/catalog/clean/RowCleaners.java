package io.shopkeeper.catalog.clean;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.Cleaning;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.clean.step.Pipeline;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Optional;

/** Gives each import the cleaner for its kind: the newest version of its pipeline. */
@Dependent
public class RowCleaners {

  @Inject private Cleaning cleaning;
  @Inject private ShopFacts shop;

  /** The pipeline of a kind, with a rule in front of it. */
  public Pipeline pipeline(ImportKind kind, Optional<StepData> rule) {
    var steps = new ArrayList<>(cleaning.pipeline(kind).steps());
    rule.ifPresent(steps::addFirst);
    return Pipeline.of(kind, steps, shop);
  }

  /** A new cleaner for one row that is tried again. */
  public RowCleaner open(ImportKind kind) {
    return pipeline(kind, Optional.empty());
  }

  /**
   * A new cleaner for one import. It keeps rows for previews, and the shape for the monitors unless
   * the import is a check.
   */
  public RowCleaner openImport(ImportKind kind, boolean dryRun) {
    return new SamplingCleaner(
        open(kind),
        (rows, count, filled) -> {
          cleaning.keepSamples(kind, rows);
          if (!dryRun) {
            cleaning.keepShape(kind, count, filled);
          }
        });
  }
}

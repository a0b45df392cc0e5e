package io.shopkeeper.catalog.clean;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.Cleaning;
import io.shopkeeper.catalog.clean.step.Pipeline;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Gives each import the cleaner for its kind: the newest version of its pipeline. */
@Dependent
public class RowCleaners {

  @Inject private Cleaning cleaning;
  @Inject private ShopFacts shop;

  /** A new cleaner for one import, or for one row that is tried again. */
  public RowCleaner open(ImportKind kind) {
    var pipeline = Pipeline.of(kind, cleaning.pipeline(kind).steps(), shop);
    return new SamplingCleaner(pipeline, (rows, count, filled) -> cleaning.keepSamples(kind, rows, count, filled));
  }
}

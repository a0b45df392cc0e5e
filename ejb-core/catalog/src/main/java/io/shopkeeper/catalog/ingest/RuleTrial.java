package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.cleaning.StepEffect;
import io.shopkeeper.catalog.clean.CleanedRow;
import io.shopkeeper.catalog.clean.RowCleaner;
import io.shopkeeper.catalog.clean.step.Pipeline;
import java.util.List;
import java.util.Map;

/** A pipeline that remembers what it did to the last row. For one thread. */
final class RuleTrial implements RowCleaner {

  private final Pipeline pipeline;
  private List<StepEffect> effects = List.of();

  RuleTrial(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public CleanedRow clean(Map<String, String> fields) {
    effects = pipeline.preview(fields).effects();
    return pipeline.clean(fields);
  }

  /** What was done to the last row; the rule is step 0. */
  List<StepEffect> effects() {
    List<StepEffect> last = effects;
    effects = List.of();
    return last;
  }
}

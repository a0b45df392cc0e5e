package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.PreviewRow;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.clean.CleanedRow;
import io.shopkeeper.catalog.clean.RowCleaner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of a pipeline, one after the other. Two passes: all rows are observed, then all rows
 * are cleaned; what is learnt is held in sketches and samples of bounded size, so memory does not
 * grow with the file, but for the hashes of {@link DuplicateStep} (bounded, too). Cleaning a
 * cleaned row changes nothing. For one thread.
 */
public final class Pipeline implements RowCleaner {

  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  private Pipeline() {}

  /**
   * Builds the steps that are on, and lets them learn from what the shop has.
   *
   * @throws io.shopkeeper.platform.boundary.InvalidInputException if a step's options will not do
   */
  public static Pipeline of(ImportKind kind, List<StepData> steps, ShopKnowledge shop) {
    var pipeline = new Pipeline();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).on()) {
        pipeline.steps.add(Steps.make(kind, steps.get(i), shop));
        pipeline.places.add(i);
      }
    }
    shop.examples(kind, pipeline::learn);
    return pipeline;
  }

  private void learn(Map<String, String> known) {
    var draft = new Draft(known);
    steps.forEach(step -> step.learn(draft));
  }

  @Override
  public void observe(Map<String, String> fields) {
    var draft = new Draft(fields);
    steps.forEach(step -> step.observe(draft));
  }

  @Override
  public CleanedRow clean(Map<String, String> fields) {
    return run(fields).result();
  }

  /** Cleans a row and tells which step did what. */
  public PreviewRow preview(Map<String, String> fields) {
    Draft draft = run(fields);
    return new PreviewRow(
        new LinkedHashMap<>(fields), new LinkedHashMap<>(draft.values()), draft.effects());
  }

  private Draft run(Map<String, String> fields) {
    var draft = new Draft(fields);
    for (int i = 0; i < steps.size(); i++) {
      draft.enter(places.get(i));
      steps.get(i).clean(draft);
    }
    return draft;
  }
}

package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Makes steps of what is stored about them. */
public final class Steps {

  /** Most steps of a pipeline. */
  public static final int MOST = 60;

  private Steps() {}

  /**
   * Checks every step, those that are off as well.
   *
   * @throws InvalidInputException with every fault, as {@code /steps/2/options/low}
   */
  public static void check(ImportKind kind, List<StepData> steps) {
    var errors = new ArrayList<FieldError>();
    if (steps.size() > MOST) {
      errors.add(new FieldError("/steps", "must be %d at most".formatted(MOST)));
    }
    for (int i = 0; i < steps.size(); i++) {
      try {
        if (steps.get(i) == null || steps.get(i).type() == null) {
          throw InvalidInputException.of("type", "is missing");
        }
        make(kind, steps.get(i), ShopKnowledge.none());
      } catch (InvalidInputException invalid) {
        for (FieldError error : invalid.errors()) {
          errors.add(
              new FieldError(
                  "/steps/%d/options/%s".formatted(i, error.pointer()), error.message()));
        }
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  static Step make(ImportKind kind, StepData step, ShopKnowledge shop) {
    var reader = new OptionReader(step);
    return switch (step.type()) {
      case CHARACTERS -> new CharactersStep(CharactersStep.Options.read(reader));
      case CURRENCY -> new CurrencyStep(CurrencyStep.Options.read(reader), shop.currency());
      case NUMBER -> new NumberStep(NumberStep.Options.read(reader));
      case TIME -> new TimeStep(TimeStep.Options.read(reader), shop.zone());
      case UNITS -> new UnitsStep(UnitsStep.Options.read(reader));
      case CATEGORY -> new CategoryStep(CategoryStep.Options.read(reader), shop.categories());
      case LANGUAGE -> new LanguageStep(LanguageStep.Options.read(reader));
      case CONTACT -> new ContactStep(ContactStep.Options.read(reader));
      case RULE -> new RuleStep(RuleStep.Options.read(reader));
      case MISSING -> new MissingStep(MissingStep.Options.read(reader));
      case RANGE -> new RangeStep(RangeStep.Options.read(reader));
      case DUPLICATE -> new DuplicateStep(DuplicateStep.Options.read(reader, Fields.key(kind)));
      case NEAR -> new NearStep(NearStep.Options.read(reader));
      case OUTLIER -> new OutlierStep(OutlierStep.Options.read(reader));
    };
  }
}

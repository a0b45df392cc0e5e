package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.Cleaning;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.cleaning.StepType;
import io.shopkeeper.catalog.boundary.quarantine.Quarantine;
import io.shopkeeper.catalog.boundary.quarantine.RulePreview;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.cleaning.StepForm;
import io.shopkeeper.console.cleaning.StepForms;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule for all rows of a filter: previewed, applied as a job, kept as a step of the pipeline. */
@Named("mendRule")
@RequestScoped
public class MendRulePage {

  @Inject private QuarantinePage page;
  @Inject private Quarantine quarantine;
  @Inject private Cleaning cleaning;
  @Inject private StepForms forms;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private final Map<String, String> errors = new HashMap<>();
  private RulePreview preview;

  /** Does what the pressed button says. */
  public void act() {
    asked.act("rule").ifPresent(this::act);
  }

  private void act(String act) {
    me.require(Right.MEND_DATA);
    try {
      switch (act) {
        case "preview" -> preview = quarantine.preview(page.meant(), rule());
        case "apply" -> {
          long job = quarantine.replay(page.meant(), Optional.of(rule()), me.getName()).id();
          say.ok("quarantine.queued", Long.toString(job));
          page.forgetTicks();
        }
        case "keep" -> keep();
        default -> {}
      }
    } catch (InvalidInputException invalid) {
      for (FieldError error : invalid.errors()) {
        errors.put("0/" + error.pointer().replaceFirst(".*/", ""), error.message());
      }
      say.bad("cleaning.invalid");
    }
  }

  private void keep() {
    me.require(Right.IMPORT_DATA);
    ImportKind kind = Optional.ofNullable(page.getKind()).orElse(ImportKind.PRODUCTS);
    var steps = new ArrayList<StepData>();
    steps.add(rule());
    steps.addAll(cleaning.pipeline(kind).steps());
    int version = cleaning.save(kind, steps, me.getName(), "rule from quarantine").version();
    say.ok("cleaning.saved", version);
  }

  private StepData rule() {
    return forms.sent().stream()
        .findFirst()
        .orElseGet(
            () ->
                new StepData(
                    StepType.RULE,
                    true,
                    page.getField() == null ? Map.of() : Map.of("field", page.getField())));
  }

  /** The form of the rule. */
  public StepForm getForm() {
    ImportKind kind = Optional.ofNullable(page.getKind()).orElse(ImportKind.PRODUCTS);
    return forms.forms(List.of(rule()), cleaning.fields(kind), errors, 0).getFirst();
  }

  /** What it would do; null before it was asked. */
  public RulePreview getPreview() {
    return preview;
  }

  /** Whether somebody works on a rule. */
  public boolean isOpen() {
    return asked.act("rule").isPresent();
  }
}

package io.shopkeeper.console.experiment;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.recommendation.boundary.Experiments;
import io.shopkeeper.recommendation.boundary.PlacementView;
import io.shopkeeper.recommendation.boundary.Placements;
import io.shopkeeper.recommendation.boundary.experiment.DesignCheck;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentDesign;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures.ArmFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentState;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One experiment: its design as a form while it is a draft, then its figures and the acts on them.
 * Without a name it is a new one at {@code placement}.
 */
@Named("experiment")
@RequestScoped
public class ExperimentPage {

  @Inject private Experiments experiments;
  @Inject private Placements placements;
  @Inject private DesignDrafts drafts;
  @Inject private DesignForms forms;
  @Inject private Faults sentences;
  @Inject private Reader reader;
  @Inject private Words words;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private final Map<String, String> faults = new LinkedHashMap<>();

  private String name;
  private ExperimentView view;
  private PlacementView place;
  private DesignDraft draft;
  private ExperimentFigures figures;

  @PostConstruct
  void begin() {
    name = asked.text("name").orElse("");
    view = name.isEmpty() ? null : find();
    place =
        place(view == null ? asked.text("placement").orElse("home") : view.design().placement());
    if (place != null) {
      draft =
          drafts.isSent()
              ? drafts.sent(place.name())
              : view == null
                  ? DesignDrafts.fresh(place.name(), place.liveVersion(), place.newestVersion())
                  : DesignDrafts.of(view.design());
    }
  }

  /** Null if there is no such experiment. */
  private ExperimentView find() {
    try {
      return experiments.find(name);
    } catch (NotFoundException none) {
      return null;
    }
  }

  /** Null if there is no such placement. */
  private PlacementView place(String placement) {
    try {
      return placements.find(placement);
    } catch (NotFoundException none) {
      return null;
    }
  }

  /** Does what the pressed button says. */
  public String act() throws IOException {
    boolean missing = place == null || (view == null && !(name.isEmpty() && mayRun()));
    if (missing) {
      NotFound.answer();
      return null;
    }
    return asked.act("do").map(this::act).orElse(null);
  }

  private boolean mayRun() {
    return me.may(Right.RUN_EXPERIMENTS.name());
  }

  private String act(String act) {
    int colon = act.indexOf(':');
    switch (colon < 0 ? act : act.substring(0, colon)) {
      case "add" ->
          draft =
              draft.withArm(
                  new DesignDraft.ArmLine(
                      "arm-" + (draft.arms().size() + 1),
                      String.valueOf(place.newestVersion()),
                      "1"));
      case "remove" ->
          draft =
              draft.withoutArm(
                  Integer.parseInt("0" + act.substring(colon + 1).replaceAll("\\D", "")));
      case "save" -> {
        return save();
      }
      case "start" -> {
        return start();
      }
      case "ramp" -> {
        return ramp();
      }
      case "stop" -> {
        return stop();
      }
      default -> {}
    }
    return null;
  }

  private String save() {
    me.require(Right.RUN_EXPERIMENTS);
    return keep()
        .map(
            kept -> {
              say.ok("experiment.saved");
              return here(kept.name());
            })
        .orElse(null);
  }

  private String start() {
    me.require(Right.RUN_EXPERIMENTS);
    return keep()
        .flatMap(
            kept ->
                changed(
                    kept.name(),
                    () -> {
                      experiments.start(kept.name(), me.getName());
                      say.ok("experiment.started", words.of("placement", place.name()));
                    }))
        .orElse(null);
  }

  /** Keeps what stands in the form; empty, with the faults, if it cannot be kept. */
  private Optional<ExperimentView> keep() {
    String wanted = view == null ? asked.act("newName").map(String::strip).orElse("") : name;
    var read = new DraftDesign(draft);
    faults.putAll(read.faults());
    if (view == null) {
      checkName(wanted);
    }
    if (faults.isEmpty()) {
      ExperimentDesign design = read.design().orElseThrow();
      if (view != null && view.design().equals(design)) {
        return Optional.of(view);
      }
      try {
        return Optional.of(experiments.draft(wanted, design, me.getName()));
      } catch (ConflictException conflict) {
        say.badText(sentences.say(conflict.getMessage()));
        return Optional.empty();
      } catch (InvalidInputException invalid) {
        invalid.errors().forEach(error -> faults.put(error.pointer(), error.message()));
      }
    }
    say.bad("experiment.invalid");
    return Optional.empty();
  }

  private void checkName(String wanted) {
    if (!wanted.matches(DesignCheck.NAME)) {
      faults.put(
          "/name",
          "must be small letters, digits and hyphens, beginning with a letter, 40 at most");
    } else if (experiments.all().stream().anyMatch(each -> each.name().equals(wanted))) {
      faults.put("/name", "is the name of another experiment");
    }
  }

  private String ramp() {
    me.require(Right.RUN_EXPERIMENTS);
    return DraftDesign.ramp(asked.act("ramp").orElse(""), faults)
        .flatMap(
            share ->
                changed(
                    name,
                    () -> {
                      experiments.ramp(name, share, me.getName());
                      say.ok("experiment.ramped", DesignDrafts.percent(share));
                    }))
        .orElse(null);
  }

  private String stop() {
    me.require(Right.RUN_EXPERIMENTS);
    String decision = asked.act("decision").orElse("");
    if (!decision.equals(DesignForms.KEEP) && !decision.startsWith(DesignForms.ARM)) {
      say.bad("experiment.stop.choose");
      return null;
    }
    String publish =
        decision.equals(DesignForms.KEEP) ? null : decision.substring(DesignForms.ARM.length());
    return changed(
            name,
            () -> {
              experiments.stop(name, publish, asked.act("note").orElse(""), me.getName());
              if (publish == null) {
                say.ok("experiment.stopped.kept");
              } else {
                say.ok("experiment.stopped.published", publish);
              }
            })
        .orElse(null);
  }

  /** Where to go after an act; empty, with the server's sentences, if it could not be done. */
  private Optional<String> changed(String which, Runnable act) {
    try {
      act.run();
      return Optional.of(here(which));
    } catch (ConflictException conflict) {
      say.badText(sentences.say(conflict.getMessage()));
    } catch (InvalidInputException invalid) {
      for (FieldError error : invalid.errors()) {
        say.badText(sentences.say(error.message()));
      }
    }
    return Optional.empty();
  }

  private static String here(String name) {
    return "/experiment?name=" + name + "&faces-redirect=true";
  }

  /** What is wrong with a field; empty where nothing is. */
  public String fault(String pointer) {
    String fault = faults.get(pointer);
    return fault == null ? "" : sentences.say(fault);
  }

  public String getName() {
    return name;
  }

  /** What was typed as the name of a new one. */
  public String getNewName() {
    return asked.act("newName").orElse("");
  }

  /** Null for a new one. */
  public ExperimentView getView() {
    return view;
  }

  public PlacementView getPlace() {
    return place;
  }

  public DesignDraft getDraft() {
    return draft;
  }

  /** Whether its design can still be changed, by this reader. */
  public boolean isEditable() {
    return mayRun() && (view == null || view.state() == ExperimentState.DRAFT);
  }

  public boolean isRunning() {
    return view != null && view.state() == ExperimentState.RUNNING;
  }

  public boolean isStopped() {
    return view != null && view.state() == ExperimentState.STOPPED;
  }

  /** Whether there is no second recipe to try. */
  public boolean isLonely() {
    return placements.versions(place.name()).size() < 2;
  }

  public List<DesignForms.ArmForm> getArms() {
    return forms.arms(draft, placements.versions(place.name()), this::fault);
  }

  public List<DesignForms.Choice> getPrimaries() {
    return forms.primaries(draft);
  }

  public List<DesignForms.GuardForm> getGuards() {
    return forms.guards(draft, this::fault);
  }

  public List<DesignForms.Choice> getDecisions() {
    return forms.decisions(view.design().arms(), getFigures());
  }

  /** What it says now; null before it was started. */
  public ExperimentFigures getFigures() {
    if (figures == null && view != null && view.state() != ExperimentState.DRAFT) {
      figures = experiments.figures(name, reader.getLocale());
    }
    return figures;
  }

  /** Whether anybody was shown something yet. */
  public boolean isSeen() {
    return getFigures().arms().stream().anyMatch(arm -> arm.visitors() > 0);
  }

  /** How many purchases followed, in all arms. */
  public long getPurchases() {
    return getFigures().arms().stream().mapToLong(ArmFigures::purchases).sum();
  }

  /** Of how many of them the margin is not known. */
  public long getWithoutMargin() {
    return getFigures().arms().stream().mapToLong(ArmFigures::withoutMargin).sum();
  }

  /** The ramp in percent, or what was typed in its place. */
  public String getRamp() {
    return asked.act("ramp").orElseGet(() -> DesignDrafts.percent(view.design().ramp()));
  }
}

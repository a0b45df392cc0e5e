package io.shopkeeper.console.cleaning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.Cleaning;
import io.shopkeeper.catalog.boundary.cleaning.PipelineView;
import io.shopkeeper.catalog.boundary.cleaning.PreviewRow;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.cleaning.StepType;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The cleaning pipeline of a kind: its steps are edited as a draft, previewed and saved. */
@Named("cleaning")
@RequestScoped
public class CleaningPage {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_OWN = 50;

  @Inject private Cleaning cleaning;
  @Inject private StepForms forms;
  @Inject private PreviewLines lines;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private final Map<String, String> errors = new HashMap<>();
  private ImportKind kind;
  private PipelineView current;
  private List<StepData> steps;
  private List<PreviewLine> preview;
  private List<StepForm> shown;
  private int opened = -1;
  private boolean draft;

  @PostConstruct
  void begin() {
    kind =
        asked
            .text("kind")
            .flatMap(name -> ImportKind.of(name.toLowerCase(Locale.ROOT)))
            .orElse(ImportKind.PRODUCTS);
    current = cleaning.pipeline(kind);
    draft = asked.act("steps").isPresent();
    steps = new ArrayList<>(draft ? forms.sent() : chosen().steps());
  }

  private PipelineView chosen() {
    Optional<Long> version = asked.number("version");
    draft = version.filter(number -> number != current.version()).isPresent();
    try {
      return version.isPresent() ? cleaning.version(kind, version.get().intValue()) : current;
    } catch (NotFoundException none) {
      draft = false;
      return current;
    }
  }

  /** Does what the pressed button says. */
  public void act() {
    asked.act("do").ifPresent(this::act);
    preview = null;
    shown = null;
  }

  private void act(String act) {
    int colon = act.indexOf(':');
    int place =
        colon < 0 ? -1 : Integer.parseInt("0" + act.substring(colon + 1).replaceAll("\\D", ""));
    switch (colon < 0 ? act : act.substring(0, colon)) {
      case "up" -> move(place, place - 1);
      case "down" -> move(place, place + 1);
      case "remove" -> steps.remove(Math.min(place, steps.size() - 1));
      case "switch" -> flip(place);
      case "add" -> add();
      case "save" -> save();
      case "shop" -> shop();
      default -> {}
    }
  }

  private void move(int from, int to) {
    if (from >= 0 && to >= 0 && from < steps.size() && to < steps.size()) {
      steps.add(to, steps.remove(from));
    }
  }

  private void flip(int place) {
    if (place < steps.size()) {
      StepData step = steps.get(place);
      steps.set(place, new StepData(step.type(), !step.on(), step.options()));
    }
  }

  private void add() {
    StepType.of(asked.text("add").orElse(""))
        .ifPresent(
            type -> {
              steps.add(new StepData(type, true, Map.of()));
              opened = steps.size() - 1;
            });
  }

  private void save() {
    me.require(Right.IMPORT_DATA);
    try {
      current = cleaning.save(kind, steps, me.getName(), asked.text("note").orElse(""));
      draft = false;
      say.ok("cleaning.saved", current.version());
    } catch (InvalidInputException invalid) {
      note(invalid);
      say.bad("cleaning.invalid");
    }
  }

  private void shop() {
    me.require(Right.IMPORT_DATA);
    try {
      cleaning.saveShop(
          asked.text("zone").orElse(""), asked.text("currency").orElse(""), me.getName());
      say.ok("cleaning.shop.saved");
    } catch (InvalidInputException invalid) {
      say.badText(invalid.getMessage());
    }
  }

  private void note(InvalidInputException invalid) {
    for (FieldError error : invalid.errors()) {
      String[] parts = error.pointer().split("/", -1);
      if (parts.length == 5) {
        errors.put(parts[2] + "/" + parts[4], error.message());
      } else {
        say.badText(error.pointer() + " " + error.message());
      }
    }
  }

  /** What the draft does to the sample rows. */
  public List<PreviewLine> getPreview() {
    if (preview == null) {
      preview = List.of();
      try {
        List<PreviewRow> rows = cleaning.preview(kind, steps, rows());
        preview = lines.of(rows);
      } catch (InvalidInputException invalid) {
        note(invalid);
      }
    }
    return preview;
  }

  private List<Map<String, String>> rows() {
    Optional<String> own = asked.act("own");
    return own.isPresent() ? own(own.get()) : cleaning.samples(kind);
  }

  private List<Map<String, String>> own(String text) {
    var rows = new ArrayList<Map<String, String>>();
    try {
      for (String line : text.lines().filter(line -> !line.isBlank()).limit(MOST_OWN).toList()) {
        JsonNode node = JSON.readTree(line);
        Map<String, String> row = new LinkedHashMap<>();
        node.properties()
            .forEach(
                entry ->
                    row.put(
                        entry.getKey(),
                        entry.getValue().isContainerNode()
                            ? entry.getValue().toString()
                            : entry.getValue().asText()));
        rows.add(row);
      }
    } catch (JsonProcessingException malformed) {
      say.bad("cleaning.own.malformed", malformed.getOriginalMessage());
    }
    return rows;
  }

  public String getOwn() {
    return asked.act("own").orElse("");
  }

  /** The steps as forms; the preview first, for what it finds wrong. */
  public List<StepForm> getSteps() {
    if (shown == null) {
      getPreview();
      shown = forms.forms(steps, cleaning.fields(kind), errors, opened);
    }
    return shown;
  }

  /** The types that can be added. */
  public StepType[] getTypes() {
    return StepType.values();
  }

  public ImportKind[] getKinds() {
    return ImportKind.values();
  }

  public ImportKind getKind() {
    return kind;
  }

  public PipelineView getCurrent() {
    return current;
  }

  /** Whether what is shown is not what cleans now. */
  public boolean isDraft() {
    return draft;
  }

  /** The versions, newest first. */
  public List<PipelineView> getVersions() {
    return cleaning.versions(kind);
  }

  public String getZone() {
    return cleaning.shopZone();
  }

  public String getCurrency() {
    return cleaning.shopCurrency();
  }
}

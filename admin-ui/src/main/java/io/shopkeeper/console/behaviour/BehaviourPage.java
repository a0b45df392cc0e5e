package io.shopkeeper.console.behaviour;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.prediction.boundary.behaviour.Behaviour;
import io.shopkeeper.prediction.boundary.behaviour.BehaviourQuery;
import io.shopkeeper.prediction.boundary.behaviour.Reading;
import io.shopkeeper.prediction.boundary.behaviour.Segment;
import io.shopkeeper.prediction.boundary.behaviour.ShopExtent;
import io.shopkeeper.prediction.boundary.behaviour.Within;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What all views have in common: which one, of whom and when, and whether it can be counted yet.
 */
@Named("behaviour")
@RequestScoped
public class BehaviourPage {

  @Inject private Behaviour behaviour;
  @Inject private Asked asked;
  @Inject private Words words;
  @Inject private Faults sentences;
  @Inject private Clock clock;

  private Reading reading;
  private BehaviourAsk ask;

  /** Something to choose. */
  public record Choice(String value, String label, boolean chosen) {}

  /** A view and where it is. */
  public record Tab(String name, String address, boolean here) {}

  /** A step of the funnel that can be changed. */
  public record StepField(int number, List<Choice> choices) {}

  @PostConstruct
  void begin() {
    reading = behaviour.reading();
    LocalDate last =
        reading
            .extent()
            .map(ShopExtent::lastDay)
            .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    ask = BehaviourAsk.of(asked::text, last);
  }

  public BehaviourAsk getAsk() {
    return ask;
  }

  public BehaviourQuery getQuery() {
    return ask.query();
  }

  /** The name of the part of the page that shows this view. */
  public String getView() {
    return ask.view().name();
  }

  /** Whether it can be counted yet. */
  public boolean isReady() {
    return reading.extent().isPresent();
  }

  public Reading getReading() {
    return reading;
  }

  /** What there is; null while it is being read. */
  public ShopExtent getExtent() {
    return reading.extent().orElse(null);
  }

  /** Whether the shop knows nothing of what people do. */
  public boolean isBlank() {
    return reading.extent().filter(extent -> extent.acts() + extent.orders() > 0).isEmpty();
  }

  public List<Tab> getTabs() {
    return Stream.of(View.values())
        .map(
            view ->
                new Tab(
                    words.of("behaviourView", view),
                    Address.of(view, ask.query()),
                    view == ask.view()))
        .toList();
  }

  /** The address of the same as a table. */
  public String getTable() {
    return Address.of("behaviour.csv", ask);
  }

  /** The address of the same page. */
  public String getHere() {
    return Address.of("behaviour", ask);
  }

  /** What is wrong with a field, in the reader's language; empty for nothing. */
  public String fault(String pointer) {
    String fault = ask.faults().getOrDefault(pointer, "");
    return fault.isEmpty() ? "" : sentences.say(fault);
  }

  public List<Choice> getChannels() {
    String chosen = ask.query().channel().orElse("");
    List<String> names = new ArrayList<>();
    reading.extent().ifPresent(extent -> names.addAll(extent.channels()));
    if (!chosen.isEmpty() && !names.contains(chosen)) {
      names.add(chosen);
    }
    return names.stream()
        .map(name -> new Choice(name, words.of("shopChannel", name), name.equals(chosen)))
        .toList();
  }

  public List<Choice> getSegments() {
    return Stream.of(Segment.values())
        .filter(segment -> segment != Segment.EVERYBODY && segment.group().isEmpty())
        .map(one -> choice("segment", one, one == ask.query().segment()))
        .toList();
  }

  /** Segments that are groups of the RFM view. */
  public List<Choice> getGroups() {
    return Stream.of(Segment.values())
        .flatMap(
            segment ->
                segment.group().stream()
                    .map(
                        group ->
                            new Choice(
                                segment.name(),
                                words.of("rfmGroup", group),
                                segment == ask.query().segment())))
        .toList();
  }

  public List<Choice> getWithins() {
    return Stream.of(Within.values())
        .map(within -> choice("within", within, within == ask.within()))
        .toList();
  }

  /** The steps that were chosen, and one more. */
  public List<StepField> getSteps() {
    int fields = Math.min(Behaviour.MOST_STEPS, ask.steps().size() + 1);
    return IntStream.range(0, fields)
        .mapToObj(
            i -> {
              EventType chosen = i < ask.steps().size() ? ask.steps().get(i) : null;
              return new StepField(
                  i + 1,
                  Stream.of(EventType.values())
                      .map(type -> choice("did", type, type == chosen))
                      .toList());
            })
        .toList();
  }

  private Choice choice(String group, Enum<?> value, boolean chosen) {
    return new Choice(value.name(), words.of(group, value), chosen);
  }

  public List<Choice> getDepths() {
    return BehaviourAsk.DEPTHS.stream()
        .map(depth -> new Choice("" + depth, "" + depth, depth == ask.depth()))
        .toList();
  }

  public List<Choice> getSupports() {
    return percents(BehaviourAsk.SUPPORTS, ask.support());
  }

  public List<Choice> getConfidences() {
    return percents(BehaviourAsk.CONFIDENCES, ask.confidence());
  }

  private static List<Choice> percents(List<String> values, String chosen) {
    return values.stream()
        .map(value -> new Choice(value, value + "\u00a0%", value.equals(chosen)))
        .toList();
  }
}

package io.shopkeeper.console.behaviour;

import io.shopkeeper.prediction.boundary.behaviour.BehaviourQuery;
import io.shopkeeper.prediction.boundary.behaviour.RfmView;
import io.shopkeeper.prediction.boundary.behaviour.Segment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Addresses that ask the same, of the page and of its table. */
final class Address {

  private Address() {}

  /** Everything that is asked. */
  static String of(String page, BehaviourAsk ask) {
    List<String> parts = new ArrayList<>(List.of("view=" + ask.view()));
    BehaviourQuery query = ask.query();
    parts.add("from=" + query.from());
    parts.add("to=" + query.to());
    who(query, parts);
    switch (ask.view()) {
      case FUNNEL -> {
        for (int i = 0; i < ask.steps().size(); i++) {
          parts.add("step" + (i + 1) + "=" + ask.steps().get(i).name());
        }
        parts.add("within=" + ask.within());
      }
      case PATHS -> parts.add("depth=" + ask.depth());
      case BASKETS -> {
        parts.add("support=" + ask.support());
        parts.add("confidence=" + ask.confidence());
      }
      case SESSIONS, COHORTS, RFM, LIVE -> {}
    }
    return page + "?" + String.join("&", parts);
  }

  /** Another view of the same people and channel; of its own usual days. */
  static String of(View view, BehaviourQuery query) {
    List<String> parts = new ArrayList<>(List.of("view=" + view));
    who(query, parts);
    return "behaviour?" + String.join("&", parts);
  }

  /** A view of a segment up to a day, of all channels. */
  static String of(View view, Segment segment, LocalDate to) {
    return "behaviour?view=%s&segment=%s&to=%s".formatted(view, segment, to);
  }

  /** The table of a group's customers among those whom a page of the RFM view counts. */
  static String of(RfmView.Group group, BehaviourAsk ask) {
    return of("behaviour.csv", ask) + "&group=" + group;
  }

  private static void who(BehaviourQuery query, List<String> parts) {
    query
        .channel()
        .ifPresent(name -> parts.add("channel=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
    if (query.segment() != Segment.EVERYBODY) {
      parts.add("segment=" + query.segment());
    }
  }
}

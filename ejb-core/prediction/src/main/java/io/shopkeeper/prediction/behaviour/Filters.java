package io.shopkeeper.prediction.behaviour;

import io.shopkeeper.ml.behaviour.ActFilter;
import io.shopkeeper.ml.behaviour.RfmScores;
import io.shopkeeper.prediction.boundary.behaviour.BehaviourQuery;
import io.shopkeeper.prediction.boundary.behaviour.RfmView;
import io.shopkeeper.prediction.boundary.behaviour.Segment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Optional;

/** From what is asked for to what is filtered by. */
public final class Filters {

  /** A channel that no act has: of a name that is not known. */
  private static final int NOWHERE = 128;

  private Filters() {}

  /** The filter of a query. */
  public static ActFilter of(ShopSnapshot now, BehaviourQuery query) {
    long from = begin(query.from());
    long until = begin(query.to().plusDays(1));
    return new ActFilter(
        from,
        until,
        query.channel().map(name -> channel(now, name)).orElse(ActFilter.ANY),
        query.segment() == Segment.EVERYBODY
            ? Optional.empty()
            : Optional.of(people(now, query.segment(), from, until)));
  }

  private static long begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private static int channel(ShopSnapshot now, String name) {
    int channel = now.channels().indexOf(name);
    return channel < 0 ? NOWHERE : channel;
  }

  private static BitSet people(ShopSnapshot now, Segment segment, long from, long until) {
    if (segment.group().isPresent()) {
      return group(now, segment.group().get(), until);
    }
    BitSet people = new BitSet();
    for (int person = 0; person < now.firstOrder().length; person++) {
      long first = now.firstOrder()[person];
      boolean customer = now.customers().get(person);
      people.set(
          person,
          switch (segment) {
            case EVERYBODY -> true;
            case VISITORS -> !customer;
            case CUSTOMERS -> customer;
            case NEVER_BOUGHT -> first >= until;
            case FIRST_BOUGHT -> first >= from && first < until;
            case BOUGHT_BEFORE -> first < from;
            case RFM_CHAMPIONS,
                RFM_LOYAL,
                RFM_PROMISING,
                RFM_NEW,
                RFM_FADING,
                RFM_AT_RISK,
                RFM_SLEEPING,
                RFM_LOST ->
                throw new IllegalArgumentException("a group: " + segment);
          });
    }
    return people;
  }

  private static BitSet group(ShopSnapshot now, RfmView.Group group, long until) {
    var lately =
        new ActFilter(until - Segment.RFM_DAYS.toMillis(), until, ActFilter.ANY, Optional.empty());
    RfmScores scores = RfmScores.of(now.priced(), lately);
    BitSet people = new BitSet();
    for (int i = 0; i < scores.size(); i++) {
      if (RfmView.Group.of(scores.recency()[i], scores.frequency()[i]) == group) {
        people.set(scores.customers()[i]);
      }
    }
    return people;
  }
}

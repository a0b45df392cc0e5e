package io.shopkeeper.fraud.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.Missing;
import io.shopkeeper.fraud.boundary.OutageView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageBookTest {

  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  private final OutageBook book = new OutageBook();

  private static Instant after(int seconds) {
    return NOON.plusSeconds(seconds);
  }

  @Test
  void theDatabaseIsMissingUntilSomebodySaysThatItIsBack() {
    book.begin(Missing.STORAGE, NOON);
    book.decided(Missing.STORAGE, 3, after(1));
    book.begin(Missing.STORAGE, after(2));
    book.look(after(600));
    assertThat(book.running())
        .containsExactly(new OutageView(Missing.STORAGE, NOON, null, 3, 0, 0));
    book.end(Missing.STORAGE, after(601));
    book.madeUp(2, 1);
    assertThat(book.running()).isEmpty();
    assertThat(book.unwritten())
        .extracting(OutageBook.Line::view)
        .containsExactly(new OutageView(Missing.STORAGE, NOON, after(601), 3, 2, 1));
  }

  @Test
  void whatIsMadeUpCountsForTheTimeInWhichItWasDecided() {
    book.begin(Missing.STORAGE, NOON);
    book.decided(Missing.STORAGE, 5, after(1));
    book.end(Missing.STORAGE, after(30));
    book.begin(Missing.STORAGE, after(31));
    book.decided(Missing.STORAGE, 2, after(32));
    book.madeUp(3, 0);
    book.madeUp(2, 1);
    book.end(Missing.STORAGE, after(33));
    book.madeUp(1, 0);
    assertThat(book.unwritten())
        .extracting(OutageBook.Line::view)
        .containsExactly(
            new OutageView(Missing.STORAGE, NOON, after(30), 5, 5, 0),
            new OutageView(Missing.STORAGE, after(31), after(33), 2, 1, 1));
  }

  @Test
  void whatIsKeptAMomentAfterTheDatabaseIsBackBelongsToTheTimeBefore() {
    book.begin(Missing.STORAGE, NOON);
    book.decided(Missing.STORAGE, 5, after(1));
    book.end(Missing.STORAGE, after(30));
    book.madeUp(6, 0);
    book.decided(Missing.STORAGE, 1, after(31));
    assertThat(book.running()).isEmpty();
    assertThat(book.unwritten())
        .extracting(OutageBook.Line::view)
        .containsExactly(new OutageView(Missing.STORAGE, NOON, after(30), 6, 6, 0));
  }

  @Test
  void aModelIsBackWhenNothingWasDecidedWithoutItForAMinute() {
    book.decided(Missing.MODEL, 1, NOON);
    book.decided(Missing.MODEL, 1, after(30));
    book.look(after(90));
    assertThat(book.running()).hasSize(1);
    book.look(after(91));
    assertThat(book.running()).isEmpty();
    book.decided(Missing.MODEL, 1, after(200));
    assertThat(book.unwritten())
        .extracting(OutageBook.Line::view)
        .containsExactly(
            new OutageView(Missing.MODEL, NOON, after(30), 2, 0, 0),
            new OutageView(Missing.MODEL, after(200), null, 1, 0, 0));
  }

  @Test
  void whatChangedWhileItWasWrittenIsWrittenAgain() {
    book.decided(Missing.MODEL, 1, NOON);
    book.decided(Missing.HISTORY, 1, NOON);
    List<OutageBook.Line> taken = book.unwritten();
    book.decided(Missing.MODEL, 1, after(1));
    book.written(taken);
    assertThat(book.unwritten())
        .extracting(line -> line.view().missing())
        .containsExactly(Missing.MODEL);
    book.written(book.unwritten());
    assertThat(book.unwritten()).isEmpty();
  }
}

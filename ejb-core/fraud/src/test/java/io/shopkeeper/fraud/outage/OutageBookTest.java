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

package io.shopkeeper.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Answers to many questions.
 *
 * @param answered how many were
 * @param failed how many were not
 * @param results one for each question, in the order of the request
 */
public record BatchAnswer<T>(long answered, long failed, List<Row<T>> results) {

  /** Most questions of one request. */
  static final int MOST = 100;

  /** What is not answered by then is left out. */
  static final Duration LONGEST = Duration.ofSeconds(5);

  /**
   * What became of a question.
   *
   * @param row its place in the request, from 0
   * @param answer absent if there is none
   * @param errors why not, with pointers into the question; empty if there is an answer
   */
  public record Row<T>(
      int row, @JsonInclude(JsonInclude.Include.NON_NULL) T answer, List<FieldError> errors) {}

  /**
   * Answers one after the other, until there is no time left.
   *
   * @throws InvalidInputException if there is no question or too many
   */
  static <Q, T> BatchAnswer<T> of(List<Q> questions, Clock clock, Function<Q, T> answer) {
    if (questions == null || questions.isEmpty() || questions.size() > MOST) {
      throw InvalidInputException.of("", "send 1 to %d questions at once".formatted(MOST));
    }
    Instant end = clock.instant().plus(LONGEST);
    List<Row<T>> rows = new ArrayList<>(questions.size());
    for (Q question : questions) {
      rows.add(row(rows.size(), question, clock.instant().isAfter(end), answer));
    }
    long answered = rows.stream().filter(row -> row.answer() != null).count();
    return new BatchAnswer<>(answered, rows.size() - answered, rows);
  }

  private static <Q, T> Row<T> row(int row, Q question, boolean late, Function<Q, T> answer) {
    if (question == null) {
      return failed(row, "is null");
    }
    if (late) {
      return failed(
          row,
          "there was no time left for it: a batch has %d seconds; ask it again"
              .formatted(LONGEST.toSeconds()));
    }
    try {
      return new Row<>(row, answer.apply(question), List.of());
    } catch (InvalidInputException invalid) {
      return new Row<>(row, null, invalid.errors());
    }
  }

  private static <T> Row<T> failed(int row, String message) {
    return new Row<>(row, null, List.of(new FieldError("", message)));
  }
}

package io.shopkeeper.console.dataset;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.boundary.ShopTable;
import io.shopkeeper.prediction.boundary.ShopTables;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The way to a data set that is made of the shop. */
@Named("shopTable")
@RequestScoped
public class ShopTablePage {

  @Inject private ShopTables tables;
  @Inject private Faults faults;
  @Inject private Me me;
  @Inject private Say say;

  private String name = "";
  private ShopGoal goal = ShopGoal.BUYS;
  private String days = Integer.toString(ShopTable.USUAL_DAYS);
  private String periods = Integer.toString(ShopTable.USUAL_PERIODS);
  private String until = "";

  /** Begins, and shows the job. */
  public String make() {
    me.require(Right.TRAIN_MODELS);
    try {
      var table = new ShopTable(goal, number(days), number(periods), day());
      return "/job?id=%d&faces-redirect=true"
          .formatted(tables.make(name.strip(), table, me.getName()).id());
    } catch (DateTimeParseException wrong) {
      say.bad("shopTable.fault.until");
    } catch (InvalidInputException wrong) {
      wrong
          .errors()
          .forEach(
              error ->
                  say.bad(
                      "shopTable.fault" + error.pointer().replace('/', '.'),
                      faults.say(error.message())));
    } catch (ConflictException taken) {
      say.badText(faults.say(taken.getMessage()));
    }
    return null;
  }

  /** A whole number; 0, which is refused, for anything else. */
  private static int number(String text) {
    return text.strip().matches("\\d{1,6}") ? Integer.parseInt(text.strip()) : 0;
  }

  private LocalDate day() {
    return until.isBlank() ? null : LocalDate.parse(until.strip());
  }

  /** What can be foretold. */
  public List<ShopGoal> getGoals() {
    return List.of(ShopGoal.values());
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name == null ? "" : name;
  }

  public ShopGoal getGoal() {
    return goal;
  }

  public void setGoal(ShopGoal goal) {
    this.goal = goal;
  }

  public String getDays() {
    return days;
  }

  public void setDays(String days) {
    this.days = days == null ? "" : days;
  }

  public String getPeriods() {
    return periods;
  }

  public void setPeriods(String periods) {
    this.periods = periods == null ? "" : periods;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(String until) {
    this.until = until == null ? "" : until;
  }
}

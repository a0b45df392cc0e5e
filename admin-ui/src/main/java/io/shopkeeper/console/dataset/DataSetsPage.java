package io.shopkeeper.console.dataset;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.prediction.boundary.DataSetSummary;
import io.shopkeeper.prediction.boundary.DataSetView;
import io.shopkeeper.prediction.boundary.DataSets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;

/** All data sets, and the way in for a new one. */
@Named("dataSets")
@RequestScoped
public class DataSetsPage {

  @Inject private DataSets sets;
  @Inject private Faults faults;
  @Inject private Me me;
  @Inject private Say say;

  private String name;
  private Part file;
  private List<DataSetSummary> all;

  /** Takes a table in and shows it. */
  public String add() throws IOException {
    me.require(Right.TRAIN_MODELS);
    if (file == null || file.getSize() == 0) {
      say.bad("data.file.missing");
      return null;
    }
    if (file.getSize() > DataSets.MOST_BYTES) {
      say.bad("dataSets.large", DataSets.MOST_BYTES >> 20);
      return null;
    }
    try {
      byte[] bytes = file.getInputStream().readAllBytes();
      DataSetView added = sets.add(name == null ? "" : name.strip(), bytes, me.getName());
      return "/data-set?name=" + added.name() + "&faces-redirect=true";
    } catch (InvalidInputException wrong) {
      wrong
          .errors()
          .forEach(
              error ->
                  say.bad(
                      "dataSets.fault" + error.pointer().replace('/', '.'),
                      faults.say(error.message())));
      return null;
    } catch (ConflictException taken) {
      say.badText(faults.say(taken.getMessage()));
      return null;
    }
  }

  public List<DataSetSummary> getAll() {
    if (all == null) {
      all = sets.all();
    }
    return all;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}

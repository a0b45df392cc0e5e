package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.Mappings;
import io.shopkeeper.catalog.boundary.SavedMapping;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Saved mappings: look, take out as a file, bring in from one, forget. */
@Named("mappingList")
@RequestScoped
public class MappingsPage {

  private static final int LONGEST = 200_000;

  @Inject private Mappings mappings;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private Part file;

  public List<SavedMapping> getAll() {
    return mappings.all();
  }

  /** Keeps a mapping from a file. */
  public void upload() throws IOException {
    me.require(Right.IMPORT_DATA);
    if (file == null || file.getSize() == 0 || file.getSize() > LONGEST) {
      say.bad("data.file.missing");
      return;
    }
    String json = new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      SavedMapping kept = mappings.save(mappings.read(json), me.getName());
      say.ok("mapping.saved", kept.mapping().name(), kept.version());
    } catch (InvalidInputException invalid) {
      say.badText(invalid.getMessage());
    }
  }

  /** Forgets the mapping whose button was pressed. */
  public void act() {
    asked
        .act("forget")
        .ifPresent(
            name -> {
              me.require(Right.IMPORT_DATA);
              try {
                mappings.remove(name, me.getName());
                say.ok("mapping.forgotten", name);
              } catch (NotFoundException | ConflictException stays) {
                say.badText(stays.getMessage());
              }
            });
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}

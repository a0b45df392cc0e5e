package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.fraud.boundary.cases.CaseDocument;
import io.shopkeeper.fraud.boundary.cases.CaseDocuments;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;

/** The documents on the page of a case. */
@Named("caseDocuments")
@RequestScoped
public class CaseDocumentsPart {

  @Inject private CaseDocuments documents;
  @Inject private CasePage page;
  @Inject private CaseLook look;
  @Inject private Faults sentences;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private Part file;

  /** Adds the file that was chosen. */
  public String add() {
    me.require(Right.JUDGE_PAYMENTS);
    if (file == null || file.getSize() == 0) {
      say.bad("case.document.none");
      return null;
    }
    if (file.getSize() > CaseDocuments.LARGEST) {
      say.bad("case.document.wrong.size");
      return null;
    }
    try (var in = file.getInputStream()) {
      CaseDocument added =
          documents.add(page.getId(), file.getSubmittedFileName(), in.readAllBytes(), me.getName());
      say.ok("case.document.added", added.name());
      return again();
    } catch (InvalidInputException wrong) {
      say.bad("case.document.wrong." + wrong.errors().getFirst().pointer().substring(1));
    } catch (ConflictException | NotFoundException not) {
      say.badText(sentences.say(not.getMessage()));
    } catch (IOException lost) {
      say.bad("case.document.none");
    }
    return null;
  }

  /** Removes the one whose button was pressed. */
  public String remove() {
    if (asked.act("undocument").isEmpty()) {
      return null;
    }
    me.require(Right.JUDGE_PAYMENTS);
    try {
      documents.remove(asked.number("undocument").orElse(0L), look.worker());
      say.ok("case.document.removed");
      return again();
    } catch (ConflictException | NotFoundException not) {
      say.badText(sentences.say(not.getMessage()));
      return null;
    }
  }

  private String again() {
    return "/case?faces-redirect=true&id=" + page.getId();
  }

  public List<CaseDocument> getAll() {
    return documents.of(page.getId());
  }

  /** Whether the reader may remove it. */
  public boolean isRemovable(CaseDocument document) {
    return me.may(Right.JUDGE_PAYMENTS.name())
        && (look.worker().supervisor() || document.addedBy().equals(me.getName()));
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}

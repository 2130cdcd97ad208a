-- entry --
-- The envelopes of values of the sealed classes (art. 4), a page of them.
SELECT entry.id, client.uuid AS client_uuid, entry.uuid, 'entry.content' AS place, entry.sealed
FROM entry CROSS JOIN client ON client.id = entry.client
WHERE entry.id > :after AND entry.sealed IS NOT NULL ORDER BY entry.id LIMIT :most

-- put_entry --
-- The same value, sealed anew.
UPDATE entry SET sealed = ? WHERE id = ?

-- entry_value --
-- Values of the sealed classes from when values alone were sealed, a page of them; each for one of these fields.
SELECT entry.id, client.uuid AS client_uuid, entry.uuid, 'ziekmelding herstelmelding gezondheid sociale_gegevens detentie
    justitieel_verleden begeleiding presentatie geboorteland_ouder' AS place, entry.sealed_value
FROM entry CROSS JOIN client ON client.id = entry.client
WHERE entry.id > :after AND entry.sealed_value IS NOT NULL ORDER BY entry.id LIMIT :most

-- put_entry_value --
-- The same value, sealed anew.
UPDATE entry SET sealed_value = ? WHERE id = ?

-- contact --
-- Notes on contacts, a page of them.
SELECT contact.id, client.uuid AS client_uuid, contact.uuid, 'contact.note' AS place, contact.sealed
FROM contact CROSS JOIN client ON client.id = contact.client
WHERE contact.id > :after AND contact.sealed IS NOT NULL ORDER BY contact.id LIMIT :most

-- put_contact --
-- The same note, sealed anew.
UPDATE contact SET sealed = ? WHERE id = ?

-- contact_reason --
-- The reasons why contacts were withdrawn, a page of them.
SELECT contact.id, client.uuid AS client_uuid, contact.uuid, 'contact.reason' AS place, contact.sealed_reason
FROM contact CROSS JOIN client ON client.id = contact.client
WHERE contact.id > :after AND contact.sealed_reason IS NOT NULL ORDER BY contact.id LIMIT :most

-- put_contact_reason --
-- The same reason, sealed anew.
UPDATE contact SET sealed_reason = ? WHERE id = ?

-- break_glass_reason --
-- The reasons why somebody looked outside the caseload, a page of them.
SELECT break_glass.id, client.uuid AS client_uuid, break_glass.uuid,
    'break_glass.reason' AS place, break_glass.sealed_reason
FROM break_glass CROSS JOIN client ON client.id = break_glass.client
WHERE break_glass.id > :after ORDER BY break_glass.id LIMIT :most

-- put_break_glass_reason --
-- The same reason, sealed anew.
UPDATE break_glass SET sealed_reason = ? WHERE id = ?

-- mandate_document --
-- Documents that showed a mandate, a page of them.
SELECT mandate.id, client.uuid AS client_uuid, mandate.uuid, 'mandate.document' AS place, mandate.sealed_document
FROM mandate CROSS JOIN client ON client.id = mandate.client
WHERE mandate.id > :after ORDER BY mandate.id LIMIT :most

-- put_mandate_document --
-- The same document, sealed anew.
UPDATE mandate SET sealed_document = ? WHERE id = ?

-- request_name --
-- The names of requesters outside the register, a page of them; sealed for the request alone where no client is known.
SELECT request.id, coalesce(client.uuid, request.uuid) AS client_uuid, request.uuid,
    'request.name' AS place, request.sealed_name
FROM request LEFT JOIN client ON client.id = request.client
WHERE request.id > :after AND request.sealed_name IS NOT NULL ORDER BY request.id LIMIT :most

-- put_request_name --
-- The same, sealed anew.
UPDATE request SET sealed_name = ? WHERE id = ?

-- request_words --
-- The words of requests, a page of them; sealed for the request alone where no client is known.
SELECT request.id, coalesce(client.uuid, request.uuid) AS client_uuid, request.uuid,
    'request.words' AS place, request.sealed_words
FROM request LEFT JOIN client ON client.id = request.client
WHERE request.id > :after AND request.sealed_words IS NOT NULL ORDER BY request.id LIMIT :most

-- put_request_words --
-- The same, sealed anew.
UPDATE request SET sealed_words = ? WHERE id = ?

-- request_extension --
-- The reasons why an answer takes longer, a page of them; for the row alone where no client is known.
SELECT request.id, coalesce(client.uuid, request.uuid) AS client_uuid, request.uuid,
    'request.extension' AS place, request.sealed_extension
FROM request LEFT JOIN client ON client.id = request.client
WHERE request.id > :after AND request.sealed_extension IS NOT NULL ORDER BY request.id LIMIT :most

-- put_request_extension --
-- The same, sealed anew.
UPDATE request SET sealed_extension = ? WHERE id = ?

-- request_reasons --
-- The reasons why a request was refused, a page of them; for the row alone where no client is known.
SELECT request.id, coalesce(client.uuid, request.uuid) AS client_uuid, request.uuid,
    'request.reasons' AS place, request.sealed_reasons
FROM request LEFT JOIN client ON client.id = request.client
WHERE request.id > :after AND request.sealed_reasons IS NOT NULL ORDER BY request.id LIMIT :most

-- put_request_reasons --
-- The same, sealed anew.
UPDATE request SET sealed_reasons = ? WHERE id = ?

-- request_void --
-- The reasons why requests were mistakes of the office, a page of them; for the row alone where no client is known.
SELECT request.id, coalesce(client.uuid, request.uuid) AS client_uuid, request.uuid,
    'request.void' AS place, request.sealed_void
FROM request LEFT JOIN client ON client.id = request.client
WHERE request.id > :after AND request.sealed_void IS NOT NULL ORDER BY request.id LIMIT :most

-- put_request_void --
-- The same, sealed anew.
UPDATE request SET sealed_void = ? WHERE id = ?

-- letter_pdf --
-- Letters, a page of it; sealed for the row alone where no client is known.
SELECT letter.id, coalesce(client.uuid, letter.uuid) AS client_uuid, letter.uuid,
    'letter.pdf' AS place, letter.sealed_pdf
FROM letter LEFT JOIN client ON client.id = letter.client
WHERE letter.id > :after AND letter.sealed_pdf IS NOT NULL ORDER BY letter.id LIMIT :most

-- put_letter_pdf --
-- The same, sealed anew.
UPDATE letter SET sealed_pdf = ? WHERE id = ?

-- letter_void --
-- The reasons why letters were mistakes of the office, a page of them; for the row alone where no client is known.
SELECT letter.id, coalesce(client.uuid, letter.uuid) AS client_uuid, letter.uuid,
    'letter.void' AS place, letter.sealed_void
FROM letter LEFT JOIN client ON client.id = letter.client
WHERE letter.id > :after AND letter.sealed_void IS NOT NULL ORDER BY letter.id LIMIT :most

-- put_letter_void --
-- The same reason, sealed anew.
UPDATE letter SET sealed_void = ? WHERE id = ?

-- disclosure_reason --
-- The reasons why data were asked for in urgency, or how privacy was weighed, a page of them.
SELECT disclosure.id, client.uuid AS client_uuid, disclosure.uuid,
    'disclosure.reason' AS place, disclosure.sealed_reason
FROM disclosure CROSS JOIN client ON client.id = disclosure.client
WHERE disclosure.id > :after AND disclosure.sealed_reason IS NOT NULL ORDER BY disclosure.id LIMIT :most

-- put_disclosure_reason --
-- The same reason, sealed anew.
UPDATE disclosure SET sealed_reason = ? WHERE id = ?

-- disclosure_note --
-- Notes on disclosures, a page of it.
SELECT disclosure.id, client.uuid AS client_uuid, disclosure.uuid,
    'disclosure.note' AS place, disclosure.sealed_note
FROM disclosure CROSS JOIN client ON client.id = disclosure.client
WHERE disclosure.id > :after AND disclosure.sealed_note IS NOT NULL ORDER BY disclosure.id LIMIT :most

-- put_disclosure_note --
-- The same note, sealed anew.
UPDATE disclosure SET sealed_note = ? WHERE id = ?

-- disclosure_late --
-- The reasons why disclosures were written down later, a page of them.
SELECT disclosure.id, client.uuid AS client_uuid, disclosure.uuid,
    'disclosure.late' AS place, disclosure.sealed_late
FROM disclosure CROSS JOIN client ON client.id = disclosure.client
WHERE disclosure.id > :after AND disclosure.sealed_late IS NOT NULL ORDER BY disclosure.id LIMIT :most

-- put_disclosure_late --
-- The same reason, sealed anew.
UPDATE disclosure SET sealed_late = ? WHERE id = ?

-- disclosure_decision --
-- The reasons why the beheerder allowed or refused a disclosure, a page of them.
SELECT disclosure.id, client.uuid AS client_uuid, disclosure.uuid,
    'disclosure.decision' AS place, disclosure.sealed_decision
FROM disclosure CROSS JOIN client ON client.id = disclosure.client
WHERE disclosure.id > :after AND disclosure.sealed_decision IS NOT NULL ORDER BY disclosure.id LIMIT :most

-- put_disclosure_decision --
-- The same decision, sealed anew.
UPDATE disclosure SET sealed_decision = ? WHERE id = ?
-- hold --
-- The notes of holds, a page of them.
SELECT hold.id, client.uuid AS client_uuid, hold.uuid, 'hold.note' AS place, hold.sealed
FROM hold JOIN client ON client.id = hold.client
WHERE hold.id > :after AND hold.sealed IS NOT NULL ORDER BY hold.id LIMIT :most

-- put_hold --
-- The same, sealed anew.
UPDATE hold SET sealed = ? WHERE id = ?

-- hold_reason --
-- The reasons why a hold was released, a page of them.
SELECT hold.id, client.uuid AS client_uuid, hold.uuid, 'hold.reason' AS place, hold.sealed_reason
FROM hold JOIN client ON client.id = hold.client
WHERE hold.id > :after AND hold.sealed_reason IS NOT NULL ORDER BY hold.id LIMIT :most

-- put_hold_reason --
-- The same, sealed anew.
UPDATE hold SET sealed_reason = ? WHERE id = ?

-- correction_value --
-- The proposed values of corrections that are not applied, a page of them.
SELECT correction.id, client.uuid AS client_uuid, correction.uuid,
    'correction.value' AS place, correction.sealed_value
FROM correction CROSS JOIN client ON client.id = correction.client
WHERE correction.id > :after AND correction.sealed_value IS NOT NULL ORDER BY correction.id LIMIT :most

-- put_correction_value --
-- The same, sealed anew.
UPDATE correction SET sealed_value = ? WHERE id = ?

-- correction_lifted --
-- The reasons why restrictions were lifted, a page of them.
SELECT correction.id, client.uuid AS client_uuid, correction.uuid,
    'correction.lifted' AS place, correction.sealed_lifted
FROM correction CROSS JOIN client ON client.id = correction.client
WHERE correction.id > :after AND correction.sealed_lifted IS NOT NULL ORDER BY correction.id LIMIT :most

-- put_correction_lifted --
-- The same, sealed anew.
UPDATE correction SET sealed_lifted = ? WHERE id = ?

-- dissent_text --
-- The statements of clients about entries, a page of them.
SELECT dissent.id, client.uuid AS client_uuid, dissent.uuid, 'dissent.text' AS place, dissent.sealed_text
FROM dissent CROSS JOIN client ON client.id = dissent.client
WHERE dissent.id > :after ORDER BY dissent.id LIMIT :most

-- put_dissent_text --
-- The same, sealed anew.
UPDATE dissent SET sealed_text = ? WHERE id = ?

-- supplied_value --
-- Values of lists that were put aside, a page of it.
SELECT supplied.id, client.uuid AS client_uuid, supplied.uuid, 'supplied.value' AS place, supplied.sealed_value
FROM supplied CROSS JOIN client ON client.id = supplied.client
WHERE supplied.id > :after ORDER BY supplied.id LIMIT :most

-- put_supplied_value --
-- The same, sealed anew.
UPDATE supplied SET sealed_value = ? WHERE id = ?

-- objection_lifted --
-- The reasons why bars of objections were lifted, a page of them.
SELECT objection.id, client.uuid AS client_uuid, objection.uuid, 'objection.lifted' AS place, objection.sealed_lifted
FROM objection CROSS JOIN client ON client.id = objection.client
WHERE objection.id > :after AND objection.sealed_lifted IS NOT NULL ORDER BY objection.id LIMIT :most

-- put_objection_lifted --
-- The same, sealed anew.
UPDATE objection SET sealed_lifted = ? WHERE id = ?

-- report_agreed --
-- The agreements in drafts of reports, a page of them.
SELECT report.id, client.uuid AS client_uuid, report.uuid, 'report.agreed' AS place, report.sealed_agreed
FROM report CROSS JOIN client ON client.id = report.client
WHERE report.id > :after AND report.sealed_agreed IS NOT NULL ORDER BY report.id LIMIT :most

-- put_report_agreed --
-- The same, sealed anew.
UPDATE report SET sealed_agreed = ? WHERE id = ?

-- report_words --
-- Drafts of reports in the coach's own words, a page of them.
SELECT report.id, client.uuid AS client_uuid, report.uuid, 'report.words' AS place, report.sealed_words
FROM report CROSS JOIN client ON client.id = report.client
WHERE report.id > :after AND report.sealed_words IS NOT NULL ORDER BY report.id LIMIT :most

-- put_report_words --
-- The same, sealed anew.
UPDATE report SET sealed_words = ? WHERE id = ?

-- mistake_words --
-- The reasons why rows were taken back, a page of them.
SELECT mistake.id, client.uuid AS client_uuid, mistake.uuid, 'mistake.words' AS place, mistake.sealed_words
FROM mistake CROSS JOIN client ON client.id = mistake.client
WHERE mistake.id > :after ORDER BY mistake.id LIMIT :most

-- put_mistake_words --
-- The same words, sealed anew.
UPDATE mistake SET sealed_words = ? WHERE id = ?

-- review_marks --
-- The marks of words that copies hide, a page of them; sealed for the request alone where no client is known.
SELECT review.id, coalesce(client.uuid, request.uuid) AS client_uuid, review.uuid,
    'review.marks' AS place, review.sealed_marks
FROM review JOIN request ON request.id = review.request LEFT JOIN client ON client.id = request.client
WHERE review.id > :after ORDER BY review.id LIMIT :most

-- put_review_marks --
-- The same marks, sealed anew.
UPDATE review SET sealed_marks = ? WHERE id = ?

-- document_title --
-- Titles of documents, a page of them.
SELECT document.id, client.uuid AS client_uuid, document.uuid, 'document.title' AS place, document.sealed_title
FROM document CROSS JOIN client ON client.id = document.client
WHERE document.id > :after ORDER BY document.id LIMIT :most

-- put_document_title --
-- The same, sealed anew.
UPDATE document SET sealed_title = ? WHERE id = ?

-- document_key --
-- Keys of documents: what they open stays as it is, a page of them.
SELECT document.id, client.uuid AS client_uuid, document.uuid, 'document.key' AS place, document.sealed_key
FROM document CROSS JOIN client ON client.id = document.client
WHERE document.id > :after AND document.sealed_key IS NOT NULL ORDER BY document.id LIMIT :most

-- put_document_key --
-- The same, sealed anew.
UPDATE document SET sealed_key = ? WHERE id = ?

-- document_place --
-- Places where papers lie, a page of them.
SELECT document.id, client.uuid AS client_uuid, document.uuid, 'document.place' AS place, document.sealed_place
FROM document CROSS JOIN client ON client.id = document.client
WHERE document.id > :after AND document.sealed_place IS NOT NULL ORDER BY document.id LIMIT :most

-- put_document_place --
-- The same, sealed anew.
UPDATE document SET sealed_place = ? WHERE id = ?

-- paper_left_place --
-- Places where papers of destroyed dossiers lie, a page of them.
SELECT id, client AS client_uuid, uuid, 'document.place' AS place, paper_left.sealed_place
FROM paper_left WHERE id > :after ORDER BY id LIMIT :most

-- put_paper_left_place --
-- The same, sealed anew.
UPDATE paper_left SET sealed_place = ? WHERE id = ?

-- form_content --
-- The filled-in content of forms, a page of it.
SELECT form.id, client.uuid AS client_uuid, form.uuid, 'form.content' AS place, form.sealed_content
FROM form CROSS JOIN client ON client.id = form.client
WHERE form.id > :after AND form.sealed_content IS NOT NULL ORDER BY form.id LIMIT :most

-- put_form_content --
-- The same, sealed anew.
UPDATE form SET sealed_content = ? WHERE id = ?

-- breach_events --
-- The events of breaches, a page of them; sealed for the breach itself.
SELECT breach.id, breach.uuid AS client_uuid, breach.uuid, 'breach.events' AS place, breach.sealed_events
FROM breach WHERE breach.id > :after ORDER BY breach.id LIMIT :most

-- put_breach_events --
-- The same, sealed anew.
UPDATE breach SET sealed_events = ? WHERE id = ?

-- breach_ap --
-- The reasons why a breach was reported to the AP or not, a page of them; sealed for the breach itself.
SELECT breach.id, breach.uuid AS client_uuid, breach.uuid, 'breach.ap' AS place, breach.sealed_ap
FROM breach WHERE breach.id > :after AND breach.sealed_ap IS NOT NULL ORDER BY breach.id LIMIT :most

-- put_breach_ap --
-- The same, sealed anew.
UPDATE breach SET sealed_ap = ? WHERE id = ?

-- breach_persons --
-- The reasons why people were notified or not, a page of them; sealed for the breach itself.
SELECT breach.id, breach.uuid AS client_uuid, breach.uuid, 'breach.persons' AS place, breach.sealed_persons
FROM breach WHERE breach.id > :after AND breach.sealed_persons IS NOT NULL ORDER BY breach.id LIMIT :most

-- put_breach_persons --
-- The same, sealed anew.
UPDATE breach SET sealed_persons = ? WHERE id = ?

-- breach_end --
-- The ends of breaches, a page of them; sealed for the breach itself.
SELECT breach.id, breach.uuid AS client_uuid, breach.uuid, 'breach.end' AS place, breach.sealed_end
FROM breach WHERE breach.id > :after AND breach.sealed_end IS NOT NULL ORDER BY breach.id LIMIT :most

-- put_breach_end --
-- The same, sealed anew.
UPDATE breach SET sealed_end = ? WHERE id = ?

-- breach_account --
-- The accounts of breaches for the AP and the people, a page of them; sealed for the breach itself.
SELECT breach.id, breach.uuid AS client_uuid, breach.uuid, 'breach.account' AS place, breach.sealed_account
FROM breach WHERE breach.id > :after AND breach.sealed_account IS NOT NULL ORDER BY breach.id LIMIT :most

-- put_breach_account --
-- The same, sealed anew.
UPDATE breach SET sealed_account = ? WHERE id = ?

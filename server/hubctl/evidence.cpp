// Requests for evidence, packs and extracts.

#include "server/hubctl/words.h"

namespace server::hubctl {
namespace {

void add_of_which(CLI::App& command, Words& words) {
    auto* referral = command.add_option("--referral", words.evidence.referral, "of this referral");
    command.add_option("--appointment", words.evidence.appointment, "of this appointment")
        ->excludes(referral);
}

void add_register_commands(CLI::App& evidence, Words& words, Command& chosen) {
    auto* request = evidence.add_subcommand("request", "enter that somebody asks for evidence");
    add_of_which(*request, words);
    request->add_option("--from", words.evidence.from, "who asks")->required();
    request->add_option("--what", words.evidence.what, "what they ask for");
    request->add_option("--received", words.evidence.when,
                        "when: 14:07 of today or \"2026-11-22 14:07\"; now unless said");
    request->add_option("--by", words.evidence.by, "your name")->required();
    request->callback([&] {
        chosen = [&](const Hub& hub) {
            return request_evidence(hub, words.evidence);
        };
    });
    auto* list = evidence.add_subcommand("list", "requests that are still to be sent, and by when");
    list->add_flag("--all", words.all, "also those that were sent or withdrawn");
    list->callback([&] {
        chosen = [&](const Hub& hub) {
            return list_evidence(hub, words.all ? ctl::EvidenceListed::All : ctl::EvidenceListed::Open);
        };
    });
    auto* sent = evidence.add_subcommand("sent", "a request was answered");
    sent->add_option("request", words.evidence.request, "its id, as list has it")->required();
    sent->add_option("--to", words.evidence.to, "to whom it was sent")->required();
    sent->add_option("--at", words.evidence.when,
                     "when: 14:07 of today or \"2026-11-22 14:07\"; now unless said");
    sent->add_option("--by", words.evidence.by, "your name")->required();
    sent->callback([&] {
        chosen = [&](const Hub& hub) {
            return evidence_sent(hub, words.evidence);
        };
    });
    auto* withdraw = evidence.add_subcommand("withdraw", "a request was entered by mistake");
    withdraw->add_option("request", words.evidence.request, "its id, as list has it")->required();
    withdraw->add_option("--by", words.evidence.by, "your name")->required();
    withdraw->add_option("--reason", words.evidence.reason, "why")->required();
    withdraw->callback([&] {
        chosen = [&](const Hub& hub) {
            return withdraw_evidence(hub, words.evidence);
        };
    });
}

void add_pack_commands(CLI::App& evidence, Words& words, Command& chosen) {
    auto* pack = evidence.add_subcommand("pack", "all that proves a record, signed, in one ZIP file");
    add_of_which(*pack, words);
    pack->add_option("--file", words.evidence.file, "a new ZIP file")->required();
    pack->add_option("--for", words.evidence.to, "who gets it; unless said, whoever asked by --request");
    pack->add_option("--request", words.evidence.request, "the request it answers, as list has it");
    pack->add_option("--by", words.evidence.by, "your name; that you looked is kept")->required();
    pack->callback([&] {
        chosen = [&](const Hub& hub) {
            return pack_evidence(hub, words.evidence);
        };
    });
    evidence.add_subcommand("packs", "who packed evidence of what for whom")->callback([&] {
        chosen = server::ctl::list_packs;
    });
    auto* verify = evidence.add_subcommand("verify", "what holds of a pack; needs no hub and no --settings");
    verify->add_option("file", words.evidence.file, "the pack")->required();
    verify->add_option("--key", words.evidence.key, "fingerprint of the hub's key, as the hub told you");
    verify->add_option("--head", words.evidence.head, "a head of the chain that you kept, as head prints it");
    verify->callback([&] {
        words.without_settings = true;
        chosen = [&](const Hub& hub) {
            return verify_evidence(hub, words.evidence);
        };
    });
    evidence.add_subcommand("key", "fingerprint of the key with which this hub signs")->callback([&] {
        chosen = server::ctl::show_evidence_key;
    });
    evidence.add_subcommand("head", "number and link of the newest event, to be kept elsewhere")
        ->callback([&] { chosen = server::ctl::show_chain_head; });
}

}  // namespace

void add_evidence_commands(CLI::App& app, Words& words, Command& chosen) {
    auto* evidence = app.add_subcommand("evidence", "requests for evidence, and packs that prove a record")
                         ->require_subcommand(1);
    add_register_commands(*evidence, words, chosen);
    add_pack_commands(*evidence, words, chosen);
}

void add_extract_commands(CLI::App& app, Words& words, Command& chosen) {
    auto* extract = app.add_subcommand("extract", "the referrals of some days, a row each");
    auto* dictionary =
        extract->add_option("--dictionary", words.extract.dictionary,
                            "what each column means, into a new CSV file; needs no --settings");
    auto* list =
        extract->add_flag("--list", words.all, "who took which extract for whom")->excludes(dictionary);
    extract->add_option("--from", words.extract.from, "first day, such as 2026-10-01")
        ->excludes(dictionary)
        ->excludes(list);
    extract->add_option("--to", words.extract.to, "last day");
    extract->add_option("--csv", words.extract.csv, "a new CSV file");
    extract->add_option("--jsonl", words.extract.json, "a new file of JSON Lines");
    extract->add_flag("--names", words.extract.names, "with CRN and names; a manager must have approved it");
    extract->add_option("--approved-by", words.extract.approved_by, "with --names: the manager");
    extract->add_option("--for", words.extract.recipient, "who is to get it");
    extract->add_option("--why", words.extract.why, "what it is for");
    extract->add_option("--by", words.extract.by, "your name; that you took it is kept");
    extract->callback([&] {
        words.without_settings = !words.extract.dictionary.empty();
        chosen = [&](const Hub& hub) {
            if (!words.extract.dictionary.empty()) return write_dictionary(hub, words.extract);
            return words.all ? list_extracts(hub) : ctl::extract(hub, words.extract);
        };
    });
}

}  // namespace server::hubctl

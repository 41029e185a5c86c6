package org.quittance.core.settlement.codec;

/** The numbers of commands in canonical bytes. A number is never used again for another. */
final class CommandTag {

    static final int DEPOSIT = 1;
    static final int LIST_GROUP = 2;
    static final int LIST_SERIES = 3;
    static final int PAUSE = 4;
    static final int RESUME = 5;
    static final int PLACE = 6;
    static final int CANCEL = 7;
    static final int REPORT = 8;
    static final int REQUEST_WITHDRAWAL = 9;
    static final int APPROVE_WITHDRAWAL = 10;
    static final int EXECUTE_WITHDRAWAL = 11;
    static final int VOID_WITHDRAWAL = 12;
    static final int TAKEOVER = 13;
    static final int SUBMIT_EVIDENCE = 14;
    static final int STAKE = 15;
    static final int UNSTAKE = 16;
    static final int JOIN = 17;
    static final int LEAVE = 18;

    private CommandTag() {}
}

package org.quittance.report.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Made-up traces of a market and of its quittances, in the format of traces. */
public final class SampleMarket {

    /** A real one: 20 blocks with a crash, written by the simulator. */
    public static final Path REAL =
            Path.of("src/test/resources/org/quittance/report/market.settlement.ndjson");

    private final List<String> lines = new ArrayList<>();

    private SampleMarket(String header) {
        lines.add(json(header));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    SampleMarket did(String action, String args, String post) {
        return did(0, 10L * lines.size(), action, args, post);
    }

    SampleMarket did(int node, long time, String action, String args, String post) {
        lines.add(json("{'node':" + node + ",'seq':0,'cause':{},'time':" + time + ",'action':'"
                + action + "','args':" + args + ",'post':" + post + "}"));
        return this;
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, lines);
    }

    static SampleMarket empty() {
        return new SampleMarket("{'format':'quittance-trace','version':1,'spec':'Settlement',"
                + "'validators':[0,1],'parameters':{'MaintenanceRate':1000,'MaintenanceFloor':1,"
                + "'MaxPrice':1000,'MaxAge':2,'TakeoverBlocks':2,'CustodianQuorum':1,"
                + "'WithdrawalDelay':1},'owners':[0,1],'stakes':[100,50],"
                + "'cash':{'0':0,'1':0,'4':1000,'5':60},'scenario':'made up','seed':1}");
    }

    /** All that the report shows, in four blocks. */
    public static SampleMarket everything() {
        return empty()
                .did("ListGroup", "{'group':1,'expiry':3,'signers':[0]}",
                        "{'groups':{'1':{'expiry':3,'status':'LIVE','observed':[]}}}")
                .did("ListSeries", "{'series':1}",
                        "{'series':{'1':{'strike':100,'right':'CALL','group':1}}}")
                .did("Report", "{'validator':0,'round':1,'price':100}", "{'reports':{'0':100}}")
                .did("EndCommands", "{}", "{'phase':'oracle','flagged':{}}")
                .did("CloseRound", "{}", "{'price':100,'priceHeight':1,'candidate':0}")
                .did("EndExpiry", "{}", "{'phase':'liquidation'}")
                .did("EndBlock", "{}", whole(2, "'4':1000,'5':60", "{}", "100", "{}"))
                .did("Place", "{'account':5}", "{'taker':" + order(1, 5, "sell", 9) + "}")
                .did("Rest", "{}", "{'orders':{'1':" + order(1, 5, "sell", 9) + "},'taker':null}")
                .did("Place", "{'account':4}", "{'taker':" + order(2, 4, "buy", 4) + "}")
                .did("Fill", "{'maker':1}", "{'cash':{'4':960,'5':100},'position':{'4':{'1':4},"
                        + "'5':{'1':-4}},'orders':{'1':" + order(1, 5, "sell", 5)
                        + "},'taker':null}")
                .did("Slash", "{'validator':1,'kind':'vote','at':7}",
                        "{'stake':{'1':45},'unbonding':{},'jailed':[1],'insuranceFund':5}")
                .did("Reject", "{'command':{},'reason':'HALTED'}", "{'nonce':{}}")
                .did("RequestWithdrawal", "{'account':4,'nonce':1,'amount':60}",
                        "{'cash':{'4':900},'withdrawals':{'1':" + withdrawal("PENDING", 0) + "}}")
                .did("EndCommands", "{}", "{'phase':'oracle','flagged':{}}")
                .did("CloseRound", "{}", "{'candidate':150}")
                .did("EndExpiry", "{}", "{'phase':'liquidation'}")
                .did("EndBlock", "{}", whole(3, "'4':900,'5':100",
                        "{'4':{'1':4},'5':{'1':-4}}", "100", withdrawals("PENDING", 0)))
                .did("ApproveWithdrawal", "{'custodian':2,'withdrawal':1}",
                        "{'withdrawals':{'1':" + withdrawal("PENDING", 3) + "}}")
                .did("EndCommands", "{}", "{'phase':'oracle','flagged':{}}")
                .did("CloseRound", "{}", "{'price':150,'priceHeight':3,'candidate':0,"
                        + "'groups':{'1':{'expiry':3,'status':'LIVE','observed':[150]}}}")
                .did("ExpireGroup", "{'group':1}", "{'orders':{'1':null},"
                        + "'groups':{'1':{'expiry':3,'status':'EXPIRED','observed':[150]}}}")
                .did("Flag", "{'account':5}", "{'flagged':{'5':3},'orders':{},'swept':5}")
                .did("SettleGroup", "{'group':1}", "{'cash':{'4':1005,'5':0},"
                        + "'position':{'4':{'1':0},'5':{'1':0}},'stake':{},'unbonding':{},"
                        + "'insuranceFund':0,"
                        + "'groups':{'1':{'expiry':3,'status':'SETTLED','observed':[150]}}}")
                .did("EndExpiry", "{}", "{'phase':'liquidation'}")
                .did("EndBlock", "{}", whole(4, "'4':1005,'5':0", "{}", "150",
                        withdrawals("PENDING", 3)))
                .did("Quit", "{'at':3}", "{'quitted':3}")
                .did("ExecuteWithdrawal", "{'withdrawal':1}",
                        "{'withdrawals':{'1':" + withdrawal("EXECUTED", 3) + "}}");
    }

    /** And somebody takes account 5 over. */
    public SampleMarket takenOver() {
        return did("Takeover", "{'account':4,'nonce':2,'target':5}",
                "{'cash':{},'position':{},'nonce':{'4':3},'flagged':{'5':0}}");
    }

    private static String order(int id, int account, String side, int quantity) {
        return "{'id':" + id + ",'account':" + account + ",'series':1,'side':'" + side
                + "','price':10,'quantity':" + quantity + ",'kind':'GTC'}";
    }

    private static String withdrawals(String status, int approved) {
        return "{'1':" + withdrawal(status, approved) + "}";
    }

    private static String withdrawal(String status, int approved) {
        return "{'account':4,'amount':60,'status':'" + status + "','requested':2,'approvals':[],"
                + "'approved':" + approved + "}";
    }

    private static String whole(
            int height, String cash, String position, String price, String withdrawals) {
        return "{'height':" + height + ",'cash':{'0':0,'1':0," + cash + "},'position':" + position
                + ",'flagged':{},'orders':{'1':" + order(1, 5, "sell", 5) + "},'groups':{'1':"
                + "{'expiry':3,'status':'LIVE','observed':[]}},'series':{'1':{'strike':100,"
                + "'right':'CALL','group':1}},'price':" + price + ",'priceHeight':"
                + (price.equals("100") ? 1 : 3) + ",'candidate':" + (height == 3 ? 150 : 0)
                + ",'stake':{'0':100,'1':" + (height == 2 ? 50 : 45) + "},'unbonding':{},"
                + "'insuranceFund':" + (height == 3 ? 5 : 0) + ",'withdrawals':" + withdrawals
                + ",'pausedUntil':0,'quitted':0}";
    }

    /** Three final blocks, of which two get a quittance; replica 3 is Byzantine. */
    public static SampleMarket quittances() {
        String a = "'" + "a".repeat(64) + "'";
        return new SampleMarket("{'format':'quittance-trace','version':1,'spec':'System',"
                + "'validators':[0,1,2,3],'weights':[1,1,1,1],'byzantine':[3],'wrong':[2],"
                + "'parameters':{'MaxLag':5}}")
                .did(0, 100, "Order", "{'height':1,'command':'c','quitted':0}", "{}")
                .did(0, 101, "Execute", "{'height':1,'root':" + a + "}", "{}")
                .did(0, 105, "Send", "{'height':1}", "{}")
                .did(1, 106, "Send", "{'height':1}", "{}")
                .did(2, 106, "Send", "{'height':1}", "{}")
                .did(1, 110, "Order", "{'height':2,'command':'d','quitted':0}", "{}")
                .did(0, 115, "ReceiveAttestation",
                        "{'attestation':{'signer':3,'height':9,'root':" + a + "}}", "{}")
                .did(0, 120, "FormQuittance",
                        "{'height':1,'root':" + a + ",'signers':[0,1,3]}", "{}")
                .did(1, 130, "ReceiveQuittance",
                        "{'height':1,'root':" + a + ",'signers':[0,1,2]}", "{}")
                .did(1, 140, "FormQuittance",
                        "{'height':2,'root':" + a + ",'signers':[0,1,2]}", "{}")
                .did(1, 150, "Order", "{'height':3,'command':'e','quitted':2}", "{}")
                .did(2, 160, "Stop", "{'height':2}", "{'stopped':true}");
    }
}

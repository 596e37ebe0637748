import { defineCommand } from '../../integration/command.js';
import { markViolation, policyViolation } from './policy-violation.js';

/** Marks a message as a violation of a data loss prevention policy. Graph: update chatMessage, policyViolation. */
export default defineCommand<'msgraph-teams-message-update-policy-violation'>({
  ...policyViolation,
  examples: [
    '!msgraph-teams-message-update-policy-violation chat_id=19:48b5d441d2bb43bca549ec0c7ea9cf21@thread.v2 message_id=1771240920651 dlp_action=BlockAccess policy_tip_general_text="Card numbers do not belong here" verdict_details=allowOverrideWithJustification',
    '!msgraph-teams-message-update-policy-violation team_id=85348ec2-0c55-4a58-a062-64a639760fbd channel_id=19:a57d2c0dd5eb4153ade8083350ced6ed@thread.tacv2 parent_message_id=1771258860651 message_id=1771258920651 dlp_action=NoAction',
    '!msgraph-teams-message-update-policy-violation team_id=85348ec2-0c55-4a58-a062-64a639760fbd channel_id=19:a57d2c0dd5eb4153ade8083350ced6ed@thread.tacv2 message_id=1771258860651 dlp_action=notifySender payment_model=A',
  ],
  run: markViolation,
});

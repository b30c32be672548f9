import { Login } from '../shared/login';
import { useTexts } from '../shared/use-texts';
import { controlTexts } from '../texts/control';
import { Desk } from './desk';

/** Where organizers steer the day. */
export function ControlRoom() {
  const texts = useTexts(controlTexts);
  return (
    <Login by="secret" title={texts.title}>
      {(_session, leave, lost) => <Desk leave={leave} lost={lost} />}
    </Login>
  );
}

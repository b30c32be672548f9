import { callApi } from '../../shared/api';
import { useTexts } from '../../shared/use-texts';
import { steeringTexts } from '../../texts/control-steering';
import { Deed } from '../deed';

/** Ends everything that was broken, everywhere; in reach whatever else is shown. */
export function StopAllDeed() {
  const texts = useTexts(steeringTexts);
  return (
    <div className="stop-all">
      <Deed label={texts.stopAll} danger onConfirm={() => callApi('POST', 'organizer/stops', {})}>
        <p>{texts.stopAllMeans}</p>
      </Deed>
    </div>
  );
}
